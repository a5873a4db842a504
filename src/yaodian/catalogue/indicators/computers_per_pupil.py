"""每百名学生拥有计算机台数: computers per hundred pupils."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import DEVICES_PER_HUNDRED_PUPILS


class ComputersPerPupil(Indicator):
    """每百名学生拥有计算机台数: computers for pupils in ordinary primary and junior schools, by their pupils."""

    label = "每百名学生拥有计算机台数"
    english = "computers per hundred pupils"
    words = "学生用计算机台数 ÷ 在校生数（每百名学生）"
    reference = "《县域义务教育均衡发展督导评估暂行办法》（教督〔2012〕3号；转述，原文未核）"
    unit, grain, better = DEVICES_PER_HUNDRED_PUPILS, (SCHOOL, DAY), UP
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    of, derived = "pupil_computer_count", Derivation(How.RATIO, other="balance_pupil_count")
    minimum_cell = None
