"""教职工: teachers and other staff."""

from dataclasses import replace

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.persons import BIRTH, ETHNIC, ID_NO, NAME, PHONE, SEX, STAFF_NO
from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE, STAGE, SUBJECT
from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, TEXT, Column, Privacy
from yaodian.declare.register import STATE, Check, Reference, Register, snapshot
from yaodian.domain.finding import Severity, Words
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import LESSON


class Teachers(Register):
    """教职工: every member of staff at the school that keeps their file: degree, title, subject, certificate,
    backbone level, post.

    A teacher in two posts has two rows, and a check reports it.
    """

    label = "教职工"
    words = "每名教职工：学历、职称、学科、教师资格、骨干级别、岗位；一人两岗的保留两行，由校验指出。"
    english = "teachers and other staff"
    standard = "JY/T 1004 教职工；基础基424（2021年起教基4149）"
    reference = "全国教师管理信息系统和教育事业统计教职工表（列名未核）"
    office = "人事教师科"
    every = SCHOOL_YEAR
    time, arrives = STATE, snapshot("school_code")
    places = ((SCHOOL, "school_code"),)
    about_persons = True
    key = ("staff_no", "school_code")
    columns = (
        replace(STAFF_NO, refers_to=""),
        SCHOOL_CODE,
        NAME,
        replace(ID_NO, example="520302198305120028"),
        replace(SEX, required=True, example="2"),
        replace(BIRTH, required=True, example="1983-05-12"),
        ETHNIC,
        Column(
            name="duty_code",
            type=CODE,
            label="岗位职业",
            also=("岗位类别", "教职工类别"),
            codes="staff_duties",
            privacy=Privacy.P2,
            required=True,
            element="GWZYM",
            example="teacher",
        ),
        Column(
            name="post_kind_code",
            type=CODE,
            label="用工形式",
            also=("编制类别",),
            codes="post_kinds",
            privacy=Privacy.P2,
            required=True,
            element="BZLBM",
            example="permanent",
        ),
        replace(STAGE, required=False, privacy=Privacy.P2, element="ZYRKXD"),
        replace(SUBJECT, required=False, privacy=Privacy.P2),
        Column(
            name="degree_code",
            type=CODE,
            label="最高学历",
            also=("学历",),
            codes="degrees",
            element="XLM",
            privacy=Privacy.P2,
            required=True,
            example="21",
        ),
        Column(
            name="first_degree_code",
            type=CODE,
            label="第一学历",
            also=("全日制学历",),
            codes="degrees",
            privacy=Privacy.P2,
            example="31",
        ),
        Column(
            name="title_code",
            type=CODE,
            label="职称",
            also=("专业技术职务",),
            codes="professional_titles",
            element="ZC",
            privacy=Privacy.P2,
            example="first",
        ),
        Column(
            name="title_since_on",
            type=DATE,
            label="职称取得日期",
            also=("聘任日期",),
            privacy=Privacy.P2,
            example="2015-12-01",
        ),
        Column(
            name="certificate_code",
            type=CODE,
            label="教师资格种类",
            also=("教师资格证类别",),
            codes="certificate_kinds",
            element="JSZKZLB",
            privacy=Privacy.P2,
            example="primary",
        ),
        Column(
            name="certificate_no",
            type=TEXT,
            label="教师资格证号",
            also=("教师资格证书号码",),
            privacy=Privacy.P4,
            vault=True,
            example="20155200000000000",
        ),
        Column(
            name="certificate_subject_code",
            type=CODE,
            label="资格证学科",
            also=("资格任教学科",),
            codes="subjects",
            privacy=Privacy.P2,
            example="math",
        ),
        Column(
            name="registered_on",
            type=DATE,
            label="定期注册日期",
            also=("教师资格定期注册日期",),
            privacy=Privacy.P2,
            example="2018-11-30",
        ),
        Column(
            name="backbone_code",
            type=CODE,
            label="骨干教师级别",
            also=("骨干类别",),
            codes="backbone_levels",
            element="GGLB",
            privacy=Privacy.P2,
            example="none",
        ),
        Column(
            name="began_work_on",
            type=DATE,
            label="参加工作日期",
            also=("参加工作年月",),
            element="GZNY",
            privacy=Privacy.P2,
            example="2005-08-01",
        ),
        Column(
            name="began_teaching_on",
            type=DATE,
            label="从教日期",
            also=("从教年月",),
            element="CJNY",
            privacy=Privacy.P2,
            example="2005-09-01",
        ),
        Column(
            name="came_on",
            type=DATE,
            label="来校日期",
            also=("来校年月",),
            element="LXNY",
            privacy=Privacy.P2,
            example="2012-09-01",
        ),
        Column(
            name="weekly_lessons",
            type=DECIMAL,
            label="周课时",
            also=("周课时数",),
            element="ZZKSH",
            unit=LESSON,
            privacy=Privacy.P2,
            low=0,
            high=60,
            example="14",
        ),
        Column(
            name="heads_class_no",
            type=TEXT,
            label="任班主任的班号",
            also=("班主任班号",),
            privacy=Privacy.P2,
            example="201901",
        ),
        Column(
            name="has_mental_health_training",
            type=BOOLEAN,
            label="是否受过心理健康教育培训",
            privacy=Privacy.P2,
            example="否",
        ),
        PHONE,
    )
    references = (
        IN_SCHOOL,
        Reference(("school_code", "heads_class_no"), "classes", ("school_code", "class_no"), required=False),
    )
    checks = (
        Check(
            "teachers_teach_a_subject",
            "duty_code <> 'teacher' OR subject_code IS NOT NULL",
            Words("专任教师没有写任教学科", "a full-time teacher has no subject"),
            Words("填写主要任教学科", "give the main subject taught"),
            Severity.WARNING,
        ),
        Check(
            "began_work_as_an_adult",
            "began_work_on IS NULL OR began_work_on >= birth_on + INTERVAL '14' YEAR",
            Words("参加工作时不满14岁", "began work before the age of 14"),
            Words("核对出生日期和参加工作日期", "check both days"),
        ),
        not_before(("came_on", "来校日期"), ("began_work_on", "参加工作日期")),
    )
