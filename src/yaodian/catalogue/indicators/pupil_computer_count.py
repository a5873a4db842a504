"""学生用计算机台数: computers for pupils."""

from yaodian.catalogue.columns.conditions import BALANCED, SMALL_POINTS
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import DEVICE


class PupilComputerCount(Indicator):
    """学生用计算机台数: computers that pupils use.

    Ordinary primary and junior schools, private ones among them; slice by owner for the scheme of 2012.
    """

    label = "学生用计算机台数"
    english = "computers for pupils"
    words = "学生用计算机台数"
    reference = "《县域义务教育均衡发展督导评估暂行办法》（教督〔2012〕3号；转述，原文未核）"
    unit, grain, better = DEVICE, (SCHOOL, DAY), UP
    over, taken = "digital_facilities schools", LAST_DAY
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    leaves_out = SMALL_POINTS
    where_2018_01 = BALANCED
    value_2018_01 = "sum(pupil_computer_count)"
