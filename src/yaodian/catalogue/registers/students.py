"""学生基本信息: students."""

from dataclasses import replace

from yaodian.catalogue.columns.persons import ADDRESS, BIRTH, ETHNIC, ID_KIND, ID_NO, NAME, PHONE, SEX, STUDENT_NO
from yaodian.declare.column import BOOLEAN, CODE, TEXT, Column, Privacy
from yaodian.declare.register import CHANGES, STATE, Check, Register
from yaodian.domain.access import Purpose
from yaodian.domain.finding import Words
from yaodian.domain.period import SCHOOL_YEAR


class Students(Register):
    """学生基本信息: who a pupil is: name, identity, birth, registered and present place, as the roll system states it.

    Where a pupil is enrolled stands in `enrolments`. No religion, no political status, no photo is held.
    """

    label = "学生基本信息"
    words = "学籍系统中学生的基本信息：姓名、证件、出生、户籍和现住址；不含宗教、政治面貌和照片。"
    english = "students"
    standard = "JY/T 1004 学生基本信息"
    reference = "《中小学生学籍管理办法》（教基一〔2013〕7号）附学生基本信息表（原文未核）"
    office = "基教科"
    every = SCHOOL_YEAR
    time, arrives = STATE, CHANGES
    about_persons = True
    key = ("student_no",)
    columns = (
        STUDENT_NO,
        NAME,
        ID_KIND,
        ID_NO,
        replace(SEX, required=True),
        replace(BIRTH, required=True),
        ETHNIC,
        Column(
            name="hukou_place_code",
            type=TEXT,
            label="户口所在地行政区划码",
            meaning="six, nine or twelve digits; codes that no longer hold are kept as written",
            note="6、9或12位；已撤销的代码照原样填写",
            also=("户口所在地", "户籍地"),
            element="HKSZD",
            privacy=Privacy.P2,
            pattern=r"\d{6}(\d{3})?(\d{3})?",
            example="520322",
        ),
        Column(
            name="hukou_kind_code",
            type=CODE,
            label="户口性质",
            codes="hukou_kinds",
            element="HKXZM",
            privacy=Privacy.P2,
            example="rural",
        ),
        ADDRESS,
        PHONE,
        Column(
            name="is_migrant",
            type=BOOLEAN,
            label="是否随迁子女",
            also=("随迁子女", "进城务工人员随迁子女"),
            privacy=Privacy.P2,
            example="否",
        ),
        Column(
            name="is_left_behind",
            type=BOOLEAN,
            label="是否留守儿童",
            meaning="as the roll states it; the list with care is left_behind_children",
            note="学籍系统中的标记；关爱台账见农村留守儿童登记",
            also=("留守儿童",),
            privacy=Privacy.P2,
            example="否",
        ),
        Column(name="is_from_hmt", type=BOOLEAN, label="是否港澳台侨外", privacy=Privacy.P2, example="否"),
        Column(
            name="has_preschool",
            type=BOOLEAN,
            label="是否受过学前教育",
            also=("受过学前教育",),
            privacy=Privacy.P2,
            example="是",
        ),
        Column(
            name="is_disabled",
            type=BOOLEAN,
            label="是否残疾",
            meaning="as the roll states it; the certificate is in disabled_children",
            note="学籍系统中的标记；持证情况见残疾儿童少年登记",
            also=("残疾类型是否有",),
            privacy=Privacy.P4,
            purposes=(Purpose.SPECIAL_EDUCATION, Purpose.STUDENT_AID),
        ),
        Column(
            name="is_orphan",
            type=BOOLEAN,
            label="是否孤儿",
            also=("孤儿",),
            privacy=Privacy.P4,
            purposes=(Purpose.STUDENT_AID, Purpose.CARE),
            example="否",
        ),
    )
    checks = (
        Check(
            "birth_is_plausible",
            "birth_on >= DATE '1980-01-01'",
            Words("出生日期早于1980年", "born before 1980"),
            Words("核对出生日期", "check the date of birth"),
        ),
    )
