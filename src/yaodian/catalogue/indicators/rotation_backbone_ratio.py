"""交流教师中骨干教师比例: backbone teachers among those posted."""

from yaodian.declare.indicator import UP, WITHIN, Indicator
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class RotationBackboneRatio(Indicator):
    """交流教师中骨干教师比例: postings of backbone teachers by all postings of teachers that began in the period."""

    label = "交流教师中骨干教师比例"
    english = "backbone teachers among those posted"
    words = "骨干教师交流人次 ÷ 教师交流人次"
    reference = (
        "《关于推进县（区）域内义务教育学校校长教师交流轮岗的意见》（2014年）："
        "每年交流不低于符合条件教师的10%，其中骨干不低于20%（转述，原文未核）；"
        "同校任教满六年为符合条件（转述的省级规定）"
    )
    unit, grain, better = RATIO, (SCHOOL, SCHOOL_YEAR), UP
    over, taken = "teacher_rotations schools", WITHIN
    disaggregations = ("schools.urban_rural_code", "schools.ownership_code")
    threshold = "rotation_backbone_minimum"
    where_2018_01 = "kind_code <> 'principal'"
    numerator_2018_01 = "count(*) FILTER (WHERE is_backbone)"
    denominator_2018_01 = "count(*)"
