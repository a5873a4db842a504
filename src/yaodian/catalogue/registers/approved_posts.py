"""教职工编制: approved posts."""

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE
from yaodian.declare.column import INTEGER, Column, Privacy
from yaodian.declare.register import STATE, Check, Register, snapshot
from yaodian.domain.finding import Severity, Words
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import PERSON


class ApprovedPosts(Register):
    """教职工编制: how many posts a school is allowed, and how many by grade of post."""

    label = "教职工编制"
    words = "一所学校核定的编制数和各级岗位数。"
    english = "approved posts"
    reference = "机构编制部门教职工编制核定文件；每行写明文号"
    office = "人事教师科"
    every = SCHOOL_YEAR
    time, arrives = STATE, snapshot("county_code")
    places = ((SCHOOL, "school_code"), (COUNTY, "county_code"))
    key = ("school_code",)
    columns = (
        SCHOOL_CODE,
        COUNTY_CODE,
        Column(
            name="post_count",
            type=INTEGER,
            label="核定编制数",
            also=("编制数",),
            unit=PERSON,
            low=0,
            privacy=Privacy.P0,
            required=True,
            example="62",
        ),
        Column(
            name="special_post_count",
            type=INTEGER,
            label="特岗教师岗位数",
            also=("特岗数",),
            unit=PERSON,
            low=0,
            privacy=Privacy.P0,
            example="4",
        ),
        Column(
            name="senior_post_count",
            type=INTEGER,
            label="高级岗位数",
            unit=PERSON,
            low=0,
            privacy=Privacy.P0,
            example="12",
        ),
        Column(
            name="middle_post_count",
            type=INTEGER,
            label="中级岗位数",
            unit=PERSON,
            low=0,
            privacy=Privacy.P0,
            example="26",
        ),
        Column(
            name="junior_post_count",
            type=INTEGER,
            label="初级岗位数",
            unit=PERSON,
            low=0,
            privacy=Privacy.P0,
            example="24",
        ),
        DOCUMENT_NO,
    )
    references = (IN_SCHOOL,)
    checks = (
        Check(
            "grades_within_the_posts",
            "coalesce(senior_post_count, 0) + coalesce(middle_post_count, 0) + coalesce(junior_post_count, 0) <= post_count",
            Words("分级岗位数之和大于编制数", "the grades add up to more than the posts"),
            Words("核对编制数和各级岗位数", "check the posts and their grades"),
            Severity.WARNING,
        ),
    )
