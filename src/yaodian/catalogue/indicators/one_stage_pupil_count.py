"""单设学校义务教育在校生数: compulsory pupils at schools of one compulsory stage."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class OneStagePupilCount(Indicator):
    """单设学校义务教育在校生数: primary or junior pupils at schools that teach only one of the two stages."""

    label = "单设学校义务教育在校生数"
    english = "compulsory pupils at schools of one compulsory stage"
    words = "只办小学或只办初中（含完全中学）的学校的义务教育在校生人数"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）："
        "小学、初中不超过2000人，九年、十二年一贯制学校义务教育阶段不超过2500人（转述）"
    )
    unit, grain, better = PERSON, (SCHOOL, DAY), NONE
    over, taken = "pupil_statistics schools", LAST_DAY
    disaggregations = ("schools.urban_rural_code", "schools.ownership_code")
    where_2018_01 = (
        "stage_code IN ('primary', 'junior') AND NOT (schools.stages LIKE '%primary%' AND"
        " schools.stages LIKE '%junior%')"
    )
    value_2018_01 = "sum(pupil_count)"
