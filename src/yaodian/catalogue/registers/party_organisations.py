"""党组织: party organisations."""

from yaodian.catalogue.columns.orders import not_before
from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.declare.column import BOOLEAN, CODE, DATE, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import STATE, Reference, Register, snapshot
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import PERSON, SCHOOL_UNIT

FORMS = (
    Code("committee", "党委"),
    Code("general_branch", "党总支"),
    Code("branch", "党支部"),
    Code("joint_branch", "联合党支部"),
)


class PartyOrganisations(Register):
    """党组织: the party organisations of schools and bodies, as bodies: form, seat, term and how many members they state.

    No member is listed and no person's membership is held anywhere.
    """

    label = "党组织"
    words = "学校和单位的党组织（只作为组织）：形式、换届、人数汇总；不列党员名单。"
    english = "party organisations"
    reference = "党组织按期换届和标准化规范化建设台账（表式未核）"
    office = "工委办（党建办）"
    every = SCHOOL_YEAR
    time, arrives = STATE, snapshot("county_code")
    holds_from, holds_to = "founded_on", "closed_on"
    places = ((COUNTY, "county_code"), (SCHOOL, "school_code"))
    key = ("organisation_no",)
    columns = (
        Column(
            name="organisation_no",
            type=TEXT,
            label="党组织编号",
            also=("组织代码",),
            privacy=Privacy.P1,
            required=True,
            example="DZZ-520302-031",
        ),
        Column(
            name="organisation_name",
            type=TEXT,
            label="党组织名称",
            privacy=Privacy.P1,
            required=True,
            example="某小学党支部",
        ),
        Column(
            name="form_code",
            type=CODE,
            label="组织形式",
            codes=FORMS,
            privacy=Privacy.P1,
            required=True,
            example="branch",
        ),
        COUNTY_CODE,
        Column(
            name="school_code",
            type=TEXT,
            label="所在学校标识码",
            also=("所在学校",),
            privacy=Privacy.P1,
            element="XXDM",
            pattern=r"\d{10}",
            refers_to="schools.school_code",
            example="2152000001",
        ),
        Column(
            name="school_count",
            type=INTEGER,
            label="覆盖学校数",
            unit=SCHOOL_UNIT,
            privacy=Privacy.P1,
            low=0,
            example="1",
        ),
        Column(
            name="member_count",
            type=INTEGER,
            label="党员人数（汇总）",
            meaning="a number alone",
            note="只填人数，不列名单",
            unit=PERSON,
            privacy=Privacy.P1,
            low=0,
            example="17",
        ),
        Column(name="founded_on", type=DATE, label="成立日期", privacy=Privacy.P1, example="2008-06-01"),
        Column(
            name="elected_on",
            type=DATE,
            label="最近换届日期",
            also=("换届日期",),
            privacy=Privacy.P1,
            example="2019-05-20",
        ),
        Column(
            name="due_on", type=DATE, label="应换届日期", also=("届满日期",), privacy=Privacy.P1, example="2022-05-20"
        ),
        Column(
            name="standard_on",
            type=DATE,
            label="标准化规范化验收日期",
            also=("达标日期",),
            privacy=Privacy.P1,
            example="2020-11-10",
        ),
        Column(
            name="has_principal_system",
            type=BOOLEAN,
            label="是否实行党组织领导的校长负责制",
            privacy=Privacy.P1,
            example="否",
        ),
        Column(name="has_written_rules", type=BOOLEAN, label="是否制定会议制度", privacy=Privacy.P1, example="是"),
        Column(name="closed_on", type=DATE, label="撤销日期", privacy=Privacy.P1),
    )
    references = (Reference(("school_code",), "schools", required=False),)
    checks = (
        not_before(("elected_on", "最近换届日期"), ("founded_on", "成立日期")),
        not_before(("closed_on", "撤销日期"), ("founded_on", "成立日期")),
    )
