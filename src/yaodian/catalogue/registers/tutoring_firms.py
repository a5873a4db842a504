"""校外培训机构: tutoring firms."""

from yaodian.catalogue.columns.places import COUNTY_CODE, TOWN_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import STATE, Check, Register, snapshot
from yaodian.domain.finding import Words
from yaodian.domain.period import QUARTER
from yaodian.domain.place import COUNTY, TOWN
from yaodian.domain.unit_of_measure import PERSON

KINDS = (Code("academic", "学科类"), Code("non_academic", "非学科类", ("艺体类",)), Code("mixed", "兼有"))
ANSWERS = (Code("no", "否"), Code("yes", "是"), Code("unknown", "不详"))
STATES = (
    Code("lawful", "规范", ("证照齐全",)),
    Code("repairing", "整改中"),
    Code("closed", "已关停", ("取缔",)),
    Code("suspended", "暂停"),
)


class TutoringFirms(Register):
    """校外培训机构: a firm that tutors outside school: its papers, what it teaches, and how far it was put right."""

    label = "校外培训机构"
    words = "一家校外培训机构：证照、培训类别和整治状态。"
    english = "tutoring firms"
    reference = "《国务院办公厅关于规范校外培训机构发展的意见》（国办发〔2018〕80号；原文未核）"
    office = "“三项工作”专班"
    every = QUARTER
    time, arrives = STATE, snapshot("county_code")
    places = ((COUNTY, "county_code"), (TOWN, "town_code"))
    key = ("uscc",)
    columns = (
        Column(
            name="uscc",
            type=TEXT,
            label="统一社会信用代码",
            also=("信用代码",),
            privacy=Privacy.P0,
            required=True,
            pattern="[0-9A-HJ-NPQRTUWXY]{18}",
            example="91350100M000100Y43",
        ),
        Column(name="firm_name", type=TEXT, label="机构名称", privacy=Privacy.P0, required=True, example="某培训学校"),
        COUNTY_CODE,
        TOWN_CODE,
        Column(
            name="kind_code",
            type=CODE,
            label="培训类别",
            codes=KINDS,
            privacy=Privacy.P0,
            required=True,
            example="academic",
        ),
        Column(name="stage_code", type=CODE, label="主要学段", codes="stages", privacy=Privacy.P0, example="junior"),
        Column(
            name="has_licence",
            type=BOOLEAN,
            label="是否有办学许可证",
            also=("办学许可证",),
            privacy=Privacy.P0,
            required=True,
            example="是",
        ),
        Column(
            name="has_business_registration",
            type=BOOLEAN,
            label="是否有营业执照或法人登记",
            also=("营业执照",),
            privacy=Privacy.P0,
            required=True,
            example="是",
        ),
        Column(
            name="has_fire_approval",
            type=BOOLEAN,
            label="是否消防达标",
            also=("消防合格",),
            privacy=Privacy.P0,
            example="是",
        ),
        Column(
            name="pupil_count", type=INTEGER, label="在训学生数", unit=PERSON, privacy=Privacy.P0, low=0, example="120"
        ),
        Column(
            name="teacher_count",
            type=INTEGER,
            label="教师数",
            also=("培训教师数",),
            unit=PERSON,
            privacy=Privacy.P0,
            low=0,
            example="9",
        ),
        Column(
            name="uncertified_count",
            type=INTEGER,
            label="无教师资格证教师数",
            unit=PERSON,
            privacy=Privacy.P0,
            low=0,
            example="0",
        ),
        Column(
            name="employs_in_service_code",
            type=CODE,
            label="是否聘用在职教师",
            codes=ANSWERS,
            privacy=Privacy.P0,
            example="no",
        ),
        Column(
            name="state_code",
            type=CODE,
            label="整治状态",
            codes=STATES,
            privacy=Privacy.P0,
            required=True,
            example="lawful",
        ),
        Column(name="repaired_on", type=DATE, label="整改完成日期", privacy=Privacy.P0, example="2020-06-30"),
        Column(name="closed_on", type=DATE, label="关停日期", privacy=Privacy.P0),
    )
    checks = (
        Check(
            "uncertified_within_all",
            "uncertified_count IS NULL OR teacher_count IS NULL OR uncertified_count <= teacher_count",
            Words("无证教师数多于教师数", "more uncertified teachers than teachers"),
            Words("核对两个人数", "check both numbers"),
        ),
    )
