"""视力筛查: vision screenings."""

from dataclasses import replace

from yaodian.catalogue.columns.persons import OF_STUDENT, STUDENT_NO
from yaodian.catalogue.columns.schools import GRADE, IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Register
from yaodian.domain.access import Purpose
from yaodian.domain.period import TERM
from yaodian.domain.place import SCHOOL

LENSES = (
    Code("none", "不戴镜"),
    Code("glasses", "框架眼镜"),
    Code("contact", "隐形眼镜"),
    Code("ok", "夜戴角膜塑形镜", ("OK镜",)),
)


class VisionScreenings(Register):
    """视力筛查: a pupil's vision in one screening: each eye's acuity and whether it is taken for short-sight."""

    label = "视力筛查"
    words = "一名学生一次视力筛查的结果。"
    english = "vision screenings"
    reference = "《儿童青少年近视防控适宜技术指南》（国卫办疾控函〔2019〕780号；判定标准为参数，原文未核）"
    office = "基教科"
    every = TERM
    time, dated_by, arrives = EVENT, "screened_on", EVENTS
    places = ((SCHOOL, "school_code"),)
    about_persons = True
    purposes = (Purpose.HEALTH, Purpose.STATISTICS)
    key = ("student_no", "screened_on")
    columns = (
        replace(STUDENT_NO, refers_to="students.student_no"),
        replace(SCHOOL_CODE, privacy=Privacy.P2),
        replace(GRADE, privacy=Privacy.P2),
        Column(
            name="screened_on",
            type=DATE,
            label="筛查日期",
            also=("检查日期",),
            privacy=Privacy.P2,
            required=True,
            example="2020-06-10",
        ),
        Column(
            name="sex_code",
            type=CODE,
            label="性别",
            codes="sexes",
            element="XBM",
            privacy=Privacy.P2,
            required=True,
            example="2",
        ),
        Column(
            name="left_acuity",
            type=DECIMAL,
            label="左眼裸眼视力",
            meaning="five-grade notation (5.0 is normal)",
            note="五分记录法（5.0为正常）",
            also=("裸眼视力（左）",),
            privacy=Privacy.P2,
            low=0,
            high=5.3,
            example="5.0",
        ),
        Column(
            name="right_acuity",
            type=DECIMAL,
            label="右眼裸眼视力",
            also=("裸眼视力（右）",),
            privacy=Privacy.P2,
            low=0,
            high=5.3,
            example="4.9",
        ),
        Column(
            name="left_sphere",
            type=DECIMAL,
            label="左眼等效球镜度数",
            also=("等效球镜（左）",),
            privacy=Privacy.P2,
            low=-30,
            high=20,
            example="-0.25",
        ),
        Column(
            name="right_sphere",
            type=DECIMAL,
            label="右眼等效球镜度数",
            also=("等效球镜（右）",),
            privacy=Privacy.P2,
            low=-30,
            high=20,
            example="-0.75",
        ),
        Column(name="wears_code", type=CODE, label="戴镜类型", codes=LENSES, privacy=Privacy.P2, example="none"),
        Column(
            name="is_shortsighted",
            type=BOOLEAN,
            label="是否筛查性近视",
            also=("近视",),
            privacy=Privacy.P2,
            example="是",
        ),
    )
    references = (IN_SCHOOL, OF_STUDENT)
