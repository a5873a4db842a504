"""足球课时下限: the lessons of football a week that a school must give its classes to count as covered."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import LESSON


class FootballLessonsMinimum(Parameter):
    """足球课时下限: lessons of football a week given to all pupils, by which a school counts as taking part in school football."""

    label = "每周足球课时下限"
    reference = "全国青少年校园足球特色学校基本标准（每周至少1课时；原文未核）"
    unit = LESSON
    unverified = True
    value_2015_01 = 1
