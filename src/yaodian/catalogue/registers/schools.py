"""学校: schools."""

from dataclasses import replace

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.places import COUNTY_CODE, TOWN_CODE
from yaodian.catalogue.columns.schools import SCHOOL_CODE, SCHOOL_NAME
from yaodian.declare.column import BOOLEAN, CODE, DATE, DECIMAL, TEXT, Code, Column, Privacy
from yaodian.declare.register import STATE, Check, Reference, Register, snapshot
from yaodian.domain.finding import Severity, Words
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import COUNTY, SCHOOL

MODEL_CLASSES = (
    Code("first", "一类", ("一类示范",)),
    Code("second", "二类", ("二类示范",)),
    Code("third", "三类", ("三类示范",)),
    Code("none", "非示范"),
)
STATES = (
    Code("open", "正常", ("在办",)),
    Code("building", "筹建", ("在建",)),
    Code("suspended", "停办", ("暂停",)),
    Code("merged", "撤并", ("并入",)),
    Code("closed", "撤销", ("关闭",)),
)


class Schools(Register):
    """学校: every school, kindergarten and teaching point with its type, owner, place and state.

    A nine-year school is one row; its stages stand in `stages`. A teaching point names the school it belongs to.
    """

    label = "学校"
    words = "每所学校、幼儿园和教学点：类型、办别、所在地和状态。"
    english = "schools"
    standard = "JY/T 1004 学校基本信息；基础基111（2021年起教基1001）"
    reference = "教育事业统计学校基本情况和学校（机构）代码库（原文未核）"
    office = "计财科"
    every = SCHOOL_YEAR
    time, arrives = STATE, snapshot("county_code")
    places = ((SCHOOL, "school_code"), (COUNTY, "county_code"))
    key = ("school_code",)
    columns = (
        replace(SCHOOL_CODE, refers_to=""),
        replace(SCHOOL_NAME, required=True),
        COUNTY_CODE,
        TOWN_CODE,
        Column(
            name="type_code",
            type=CODE,
            label="办学类型",
            also=("学校类型",),
            codes="school_types",
            privacy=Privacy.P0,
            required=True,
            example="21",
        ),
        Column(
            name="stages",
            type=TEXT,
            label="学段",
            meaning="the codes of all stages it teaches, with commas between",
            note="所办全部学段的代码，用英文逗号隔开",
            also=("办学层次",),
            privacy=Privacy.P0,
            required=True,
            example="primary",
            pattern="[a-z]+(,[a-z]+)*",
        ),
        Column(
            name="ownership_code",
            type=CODE,
            label="办别",
            also=("举办者", "学校举办者"),
            codes="ownerships",
            privacy=Privacy.P0,
            required=True,
            example="education_office",
        ),
        Column(
            name="urban_rural_code",
            type=CODE,
            label="城乡分类",
            also=("所在地城乡类型",),
            codes="urban_rural_classes",
            privacy=Privacy.P0,
            required=True,
            example="121",
        ),
        Column(
            name="is_teaching_point",
            type=BOOLEAN,
            label="是否教学点",
            also=("教学点",),
            privacy=Privacy.P0,
            required=True,
            example="否",
        ),
        Column(
            name="main_school_code",
            type=TEXT,
            label="主校标识码",
            meaning="of a teaching point or branch, the school it belongs to",
            note="教学点或分校填所属学校",
            also=("中心校标识码",),
            privacy=Privacy.P0,
            pattern=r"\d{10}",
            refers_to="schools.school_code",
            example="2152000001",
        ),
        Column(
            name="is_boarding", type=BOOLEAN, label="是否寄宿制", also=("寄宿制学校",), privacy=Privacy.P0, example="是"
        ),
        Column(
            name="is_affordable",
            type=BOOLEAN,
            label="是否普惠性",
            meaning="of a kindergarten: recognised as affordable",
            note="幼儿园填：是否认定为普惠性",
            also=("普惠性民办幼儿园",),
            privacy=Privacy.P0,
            example="否",
        ),
        Column(
            name="is_county_run",
            type=BOOLEAN,
            label="是否县属",
            meaning="whether a county runs it, so that it counts in the county's balance",
            note="是否县（市、区）举办，从而计入该县均衡评估",
            also=("县属学校",),
            privacy=Privacy.P0,
            example="是",
        ),
        Column(
            name="model_class_code",
            type=CODE,
            label="示范性高中类别",
            also=("示范类别",),
            codes=MODEL_CLASSES,
            privacy=Privacy.P0,
            example="none",
        ),
        Column(
            name="opened_on", type=DATE, label="建校日期", also=("建校年月",), privacy=Privacy.P0, example="1958-09-01"
        ),
        Column(name="closed_on", type=DATE, label="撤并日期", also=("停办日期",), privacy=Privacy.P0),
        Column(
            name="state_code",
            type=CODE,
            label="办学状态",
            also=("学校状态",),
            codes=STATES,
            privacy=Privacy.P0,
            required=True,
            example="open",
        ),
        Column(
            name="serves_site",
            type=TEXT,
            label="服务的安置点",
            meaning="name of the relocation site that it was built for",
            note="为哪个安置点配套建设",
            also=("安置点名称",),
            privacy=Privacy.P0,
            example="某安置点",
        ),
        Column(
            name="uscc",
            type=TEXT,
            label="统一社会信用代码",
            privacy=Privacy.P0,
            pattern="[0-9A-HJ-NPQRTUWXY]{18}",
            example="12110000101623741K",
        ),
        Column(name="address", type=TEXT, label="学校地址", also=("地址",), privacy=Privacy.P0, example="某路1号"),
        Column(name="longitude", type=DECIMAL, label="经度", privacy=Privacy.P0, low=73, high=136, example="106.9"),
        Column(name="latitude", type=DECIMAL, label="纬度", privacy=Privacy.P0, low=3, high=54, example="27.7"),
    )
    references = (Reference(("main_school_code",), "schools", ("school_code",), required=False),)
    checks = (
        Check(
            "point_names_its_school",
            "NOT is_teaching_point OR main_school_code IS NOT NULL",
            Words("教学点没有写主校", "a teaching point names no main school"),
            Words("填写中心校或主校的学校标识码", "give the code of the school it belongs to"),
        ),
        Check(
            "type_is_in_the_code",
            "type_code = substr(school_code, 1, 2)",
            Words("办学类型与标识码前两位不一致", "the type differs from the first two digits of the code"),
            Words(
                "核对标识码；类型变了的学校应有新标识码", "check the code; a school whose type changed has a new one"
            ),
            Severity.WARNING,
        ),
        not_before(("closed_on", "撤并日期"), ("opened_on", "建校日期")),
    )
