"""体育艺术队伍: squads."""

from yaodian.catalogue.columns.schools import IN_SCHOOL, SCHOOL_CODE, SCHOOL_YEAR_NO
from yaodian.declare.column import BOOLEAN, CODE, DECIMAL, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import STOCK, Check, Register, snapshot
from yaodian.domain.finding import Words
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import LESSON, PERSON, TIME

ITEMS = (
    Code("football", "足球", ("校园足球",)),
    Code("basketball", "篮球"),
    Code("volleyball", "排球"),
    Code("athletics", "田径"),
    Code("table_tennis", "乒乓球"),
    Code("martial_arts", "武术"),
    Code("choir", "合唱"),
    Code("dance", "舞蹈"),
    Code("band", "器乐", ("乐团",)),
    Code("painting", "书画"),
    Code("science", "科技", ("创客",)),
    Code("other", "其他"),
)


class Squads(Register):
    """体育艺术队伍: a school's team in a sport or an art: which, how many, how often they train. Numbers only, no list
    of pupils.
    """

    label = "体育艺术队伍"
    words = "学校的一支体育艺术队伍：项目、人数、训练次数；不列学生名单。"
    english = "squads"
    reference = "校园足球特色学校和艺术特色学校创建材料（表式未核）"
    office = "素质教育中心"
    every = SCHOOL_YEAR
    time, dated_by, arrives = STOCK, "school_year", snapshot("school_code", "school_year")
    places = ((SCHOOL, "school_code"),)
    key = ("school_code", "squad_no", "school_year")
    columns = (
        SCHOOL_CODE,
        Column(
            name="squad_no", type=TEXT, label="队伍编号", also=("序号",), privacy=Privacy.P0, required=True, example="1"
        ),
        SCHOOL_YEAR_NO,
        Column(
            name="item_code",
            type=CODE,
            label="项目",
            also=("队伍类别",),
            codes=ITEMS,
            privacy=Privacy.P0,
            required=True,
            example="football",
        ),
        Column(name="squad_name", type=TEXT, label="队伍名称", privacy=Privacy.P0, example="女子足球队"),
        Column(
            name="pupil_count",
            type=INTEGER,
            label="队员人数",
            also=("人数",),
            unit=PERSON,
            privacy=Privacy.P0,
            low=0,
            required=True,
            example="18",
        ),
        Column(name="girl_count", type=INTEGER, label="女生人数", unit=PERSON, privacy=Privacy.P0, low=0, example="18"),
        Column(
            name="training_count",
            type=INTEGER,
            label="每周训练次数",
            unit=TIME,
            privacy=Privacy.P0,
            low=0,
            high=14,
            example="3",
        ),
        Column(
            name="class_lessons",
            type=DECIMAL,
            label="每周课时",
            meaning="regular lessons of the sport or art a week, for all pupils of the school",
            note="面向全校学生的每周正课课时",
            also=("课内课时",),
            unit=LESSON,
            privacy=Privacy.P0,
            low=0,
            example="1",
        ),
        Column(
            name="has_qualified_coach",
            type=BOOLEAN,
            label="是否有合格教练",
            also=("教练员资格",),
            privacy=Privacy.P0,
            example="是",
        ),
    )
    references = (IN_SCHOOL,)
    checks = (
        Check(
            "girls_within_all",
            "girl_count IS NULL OR girl_count <= pupil_count",
            Words("女生人数多于队员人数", "more girls than pupils in the squad"),
            Words("核对两个人数", "check both numbers"),
        ),
    )
