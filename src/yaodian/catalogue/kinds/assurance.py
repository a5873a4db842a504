"""对象保障: every person of a cohort receives the service; each one without it is a case."""

from dataclasses import replace

from yaodian.catalogue.codes.dropout_reasons import DropoutReasons
from yaodian.declare.column import CODE, DATE, TEXT, Code, Column, Privacy
from yaodian.declare.kind import Actor, Evidence, Kind, Need, Step
from yaodian.domain.finding import Words

BY_THE_REGISTERS = ("resolved", "left")
ON_PAPER = ("moved_away", "deceased", "excused")
ATTEMPT = (
    Column(
        name="means_code",
        type=CODE,
        label="联系方式",
        meaning="how",
        codes=(Code("visit", "上门"), Code("phone", "电话"), Code("entrusted", "委托当地")),
        required=True,
        privacy=Privacy.P2,
        example="visit",
    ),
    Column(
        name="tried_on",
        type=DATE,
        label="联系日期",
        meaning="on which day",
        required=True,
        privacy=Privacy.P2,
        example="2020-06-03",
    ),
)
REASON = Column(
    name="reason_code",
    type=CODE,
    label="没有上学的原因",
    meaning="why the child is not in school",
    note="只有孩子没有上学的个案才选",
    codes=DropoutReasons.codes,
    privacy=Privacy.P4,
    example="work",
)
WHERE_TO = Column(
    name="place",
    type=TEXT,
    label="迁入地",
    meaning="which place took the child in",
    note="写到县（市、区）",
    required=True,
    privacy=Privacy.P2,
    pattern=".{2,40}",
    example="某省某市某县",
)
DOCUMENT_NO = Column(
    name="document_no",
    type=TEXT,
    label="文号",
    meaning="number of the document",
    required=True,
    privacy=Privacy.P2,
    pattern=".{2,40}",
    example="某教函〔2020〕8号",
)


FOUND = Step("found", by=Actor.ENGINE, label="发现", evidence=Evidence.REGISTER_ROW, to=("assigned", *BY_THE_REGISTERS))
CONTACTED = Step(
    "contacted",
    by=Actor.COUNTY,
    label="已联系",
    evidence=Evidence.MINUTES,
    to=(*BY_THE_REGISTERS, "persuaded", *ON_PAPER),
)
BY_LAW = (
    Step(
        "persuaded",
        by=Actor.COUNTY,
        label="宣传教育",
        evidence=Evidence.MINUTES,
        to=(*BY_THE_REGISTERS, "ordered", *ON_PAPER),
    ),
    Step(
        "ordered",
        by=Actor.COUNTY,
        label="责令限期改正",
        evidence=Evidence.OFFICIAL_DOCUMENT,
        to=(*BY_THE_REGISTERS, "penalised", *ON_PAPER),
    ),
    Step(
        "penalised",
        by=Actor.COUNTY,
        label="行政处罚",
        evidence=Evidence.OFFICIAL_DOCUMENT,
        to=(*BY_THE_REGISTERS, "enforced", *ON_PAPER),
    ),
    Step(
        "enforced",
        by=Actor.COUNTY,
        label="申请强制执行",
        evidence=Evidence.OFFICIAL_DOCUMENT,
        to=(*BY_THE_REGISTERS, *ON_PAPER),
    ),
)
SHOWN = (
    Step(
        "resolved",
        by=Actor.ENGINE,
        label="登记显示已落实",
        evidence=Evidence.REGISTER_ROW,
        days=10,
        to=("verified",),
    ),
    Step(
        "left",
        by=Actor.ENGINE,
        label="登记显示不再属于应保障对象",
        evidence=Evidence.REGISTER_ROW,
        to=("verified",),
    ),
)
MOVED_AWAY = Step(
    "moved_away",
    by=Actor.COUNTY,
    label="迁出（迁入地已确认）",
    evidence=Evidence.OFFICIAL_DOCUMENT,
    to=("verified",),
)
DECEASED = Step("deceased", by=Actor.COUNTY, label="死亡（已核实）", evidence=Evidence.CERTIFICATE, to=("verified",))
EXCUSED = Step(
    "excused", by=Actor.COUNTY, label="依法延缓或免除", evidence=Evidence.OFFICIAL_DOCUMENT, to=("verified",)
)
END = (
    Step("verified", by=Actor.VERIFIER, label="他方核验", evidence=Evidence.LIST),
    Step("closed", by=Actor.LEAD, label="销号", closes=True),
)


class Assurance(Kind):
    """对象保障: every person of a cohort receives the service; each one without it is a case.

    That it was resolved is not said by who answers for it: the registers show it, for ten working days at least, and another
    unit looks before the case is closed. The legal steps follow one another (义务教育法第五十八条; 四步为转述).
    """

    label = "对象保障"
    english = "nobody left out"
    meaning = Words(
        "一个群体里人人得到服务；没有得到的，每人是一个案例，由另一个单位核验后销号。",
        "every person of a cohort receives the service; each one without it is a case.",
    )
    reference = "design: the twelve kinds of work"
    rank = 3
    cues = (
        "发放…助学金",
        "发放…补助",
        "发放…资助",
        "…精准资助",
        "…困难学生",
        "保障",
        "资助",
        "关爱",
        "安置",
        "劝返",
        "帮扶",
        "确保…不漏一人",
        "确保…入学",
        "保障…入学",
        "保障…接受",
        "做好…接受义务教育",
        "做好…安置",
        "做好…入学",
        "落实…关心关爱",
        "落实…资助",
        "落实…子女",
        "关注…弱势",
        "加强…留守儿童",
        "加强…关爱",
        "…动态清零",
        "…控辍保学",
        "…不漏一人",
        "…应助尽助",
        "…随迁子女",
        "…残疾儿童",
        "…留守儿童",
        "…资助政策",
        "…营养改善",
        "解决…停课不停学",
        "…停课不停学",
        "…“离校不离教",
        "…关心关爱",
        "…特殊群体",
    )
    unless = (
        "招生",
        "特岗",
    )
    needs = (Need.DEADLINE,)
    case = "person"
    case_label = Words("群体中尚未得到服务的一个人", "a person of the cohort without the service")
    measured_by = Words("已保障 ÷ 应保障；未结案例数", "covered ÷ cohort; open cases")
    steps_2020_01 = (
        Step("found", by=Actor.ENGINE, label="发现", evidence=Evidence.REGISTER_ROW),
        Step("assigned", by=Actor.LEAD, label="交办"),
        Step("contacted", by=Actor.COUNTY, label="已联系", evidence=Evidence.MINUTES),
        Step("resolved", by=Actor.COUNTY, label="已落实", evidence=Evidence.REGISTER_ROW),
        Step("verified", by=Actor.VERIFIER, label="他方核验", evidence=Evidence.LIST),
        Step("closed", by=Actor.LEAD, label="销号", closes=True),
        Step("excused", by=Actor.LEAD, label="依法免除", evidence=Evidence.OFFICIAL_DOCUMENT, closes=True),
    )
    steps_2020_02 = (
        FOUND,
        Step("assigned", by=Actor.LEAD, label="落实责任人", to=("contacted", *BY_THE_REGISTERS)),
        CONTACTED,
        *BY_LAW,
        *SHOWN,
        MOVED_AWAY,
        DECEASED,
        EXCUSED,
        *END,
    )
    steps_2020_03 = (
        FOUND,
        Step("assigned", by=Actor.LEAD, label="落实责任人", to=("contacted", "tried", *BY_THE_REGISTERS)),
        Step(
            "tried",
            by=Actor.COUNTY,
            label="联系未果",
            to=("contacted", "tried", *BY_THE_REGISTERS, *ON_PAPER),
            asks=ATTEMPT,
        ),
        replace(CONTACTED, asks=(*ATTEMPT, REASON)),
        *BY_LAW,
        *SHOWN,
        replace(MOVED_AWAY, asks=(WHERE_TO,)),
        DECEASED,
        replace(EXCUSED, asks=(DOCUMENT_NO,)),
        *END,
    )
