"""质量监测达标水平: the level of quality monitoring from which a pupil counts."""

from yaodian.declare.parameter import Parameter


class QualityLevel(Parameter):
    """质量监测达标水平: the level of quality monitoring from which a pupil counts."""

    label = "质量监测达标水平"
    reference = (
        "《国家义务教育质量监测方案》；教督〔2017〕6号："
        "相关科目学生学业水平达到Ⅲ级以上、校际差异率低于0.15（转述，数值原文未核）"
    )
    unverified = True
    value_2015_01 = 3
