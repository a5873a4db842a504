"""禁毒教育覆盖学校数: schools where knowledge about drugs was tested."""

from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import SCHOOL_UNIT


class DrugEducationSchoolCount(Indicator):
    """禁毒教育覆盖学校数: schools in which knowledge about drugs was tested in the period, each counted once."""

    label = "开展禁毒知识测试的学校数"
    english = "schools that tested knowledge about drugs"
    words = "本期有禁毒知识测试作答的学校数（一校多次只计一次）"
    reference = "禁毒预防教育抽样测试方案；口径为本软件所定"
    unit, grain, better = SCHOOL_UNIT, (COUNTY, YEAR), UP
    over, not_additive = "knowledge_test_answers schools", True
    disaggregations = ("schools.type_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    where_2018_01 = "topic_code = 'drugs'"
    value_2018_01 = "count(DISTINCT school_code)"
