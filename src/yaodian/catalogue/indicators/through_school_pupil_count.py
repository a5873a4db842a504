"""一贯制学校义务教育在校生数: compulsory pupils at nine- and twelve-year schools."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class ThroughSchoolPupilCount(Indicator):
    """一贯制学校义务教育在校生数: primary and junior pupils at schools that teach both stages."""

    label = "一贯制学校义务教育在校生数"
    english = "compulsory pupils at nine- and twelve-year schools"
    words = "同时办小学和初中的学校的义务教育在校生人数"
    reference = (
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）："
        "小学、初中不超过2000人，九年、十二年一贯制学校义务教育阶段不超过2500人（转述）"
    )
    unit, grain, better = PERSON, (SCHOOL, DAY), NONE
    over, taken = "pupil_statistics schools", LAST_DAY
    disaggregations = ("schools.urban_rural_code", "schools.ownership_code")
    where_2018_01 = (
        "stage_code IN ('primary', 'junior') AND schools.stages LIKE '%primary%' AND schools.stages LIKE '%junior%'"
    )
    value_2018_01 = "sum(pupil_count)"
