"""教师交流轮岗比例: postings by teachers due."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class RotationRatio(Indicator):
    """教师交流轮岗比例: postings of teachers that began in the school year by the teachers due for rotation.

    A county's postings are those of its own teachers, wherever they went: both parts are counted at the school of the staff.
    """

    label = "教师交流轮岗比例"
    english = "postings by teachers due"
    words = "本学年交流轮岗人次 ÷ 符合交流条件教师数"
    reference = (
        "《关于推进县（区）域内义务教育学校校长教师交流轮岗的意见》（2014年）："
        "每年交流不低于符合条件教师的10%，其中骨干不低于20%（转述，原文未核）；"
        "同校任教满六年为符合条件（转述的省级规定）"
    )
    unit, grain, better = RATIO, (COUNTY, SCHOOL_YEAR), UP
    of, derived = "rotation_count", Derivation(How.RATIO, other="rotation_eligible_teacher_count")
    threshold = "rotation_minimum"
    answers = (
        Answer(
            r"(?:交流轮岗|轮岗交流)[^,，。;；]{0,6}(?:比例|占比)",
            examples=("教师交流轮岗比例达到",),
            not_for=("推进校长教师交流轮岗",),
        ),
    )
