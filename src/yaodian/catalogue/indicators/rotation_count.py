"""教师交流轮岗人次: postings of teachers."""

from yaodian.declare.indicator import UP, WITHIN, Indicator
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class RotationCount(Indicator):
    """教师交流轮岗人次: postings of teachers to other schools that began in the period, head teachers apart.

    Counted at the school that sends, where the teacher is on the staff and was due.
    """

    label = "教师交流轮岗人次"
    english = "postings of teachers"
    words = "本期起始的教师交流轮岗人次（按派出学校计，不含校长交流）"
    reference = (
        "《关于推进县（区）域内义务教育学校校长教师交流轮岗的意见》（2014年）："
        "每年交流不低于符合条件教师的10%，其中骨干不低于20%（转述，原文未核）；"
        "同校任教满六年为符合条件（转述的省级规定）"
    )
    unit, grain, better = PERSON, (SCHOOL, SCHOOL_YEAR), UP
    over, taken = "teacher_rotations schools", WITHIN
    disaggregations = ("kind_code", "schools.urban_rural_code", "schools.ownership_code")
    where_2018_01 = "kind_code <> 'principal'"
    value_2018_01 = "count(*)"
