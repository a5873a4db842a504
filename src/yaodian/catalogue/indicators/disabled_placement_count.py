"""适龄残疾儿童少年安置人数: disabled children by placement."""

from yaodian.catalogue.columns.conditions import SCHOOL_AGE
from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import TOWN
from yaodian.domain.unit_of_measure import PERSON


class DisabledPlacementCount(Indicator):
    """适龄残疾儿童少年安置人数: disabled children of compulsory age by how they are schooled."""

    label = "适龄残疾儿童少年安置人数"
    english = "disabled children by placement"
    words = "适龄残疾儿童少年人数，可按安置方式分"
    reference = (
        "《第二期特殊教育提升计划（2017—2020年）》；教督〔2017〕6号：适龄残疾儿童少年入学率95%以上（转述，原文未核）"
    )
    unit, grain, better = PERSON, (TOWN, DAY), NONE
    over, taken = "disabled_children", LAST_DAY
    disaggregations = ("placement_code", "kind_code", "grade_code", "sex_code")
    minimum_cell = "minimum_cell_sensitive"
    where_2018_01 = f"({SCHOOL_AGE}) IN (:compulsory_ages)"
    value_2018_01 = "count(*)"
