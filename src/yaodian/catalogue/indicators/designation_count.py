"""新命名称号数: titles named in a period."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, WITHIN, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import SCHOOL_UNIT

_AWARDED = "创建|争创|创评|评选|评定|认定|命名|遴选|培育|打造|申报|新增"
_LEVEL = "全国|国家级|全省|省级|全市|市级|县级|区级"
_STANDING = "特色|示范|标准化|文明|绿色|智慧|优质|实验|星级|研学|实践教育"
_BODY = "学校|校园|校|幼儿园|园|小学|中学|高中|基地"
_REST = "[^,，。;；、:：]*"


class DesignationCount(Indicator):
    """新命名称号数: titles whose naming falls into the period, counted by holder and title (所, or 个 for bases).

    A title named and withdrawn again still counts in the period in which it was named; what is held on a day is
    `demonstration_school_count`. A promise binds with its title and level as the slice: 创建市级艺术特色学校25所 is
    measured for title 艺术特色学校 at level 市级.
    """

    label = "新命名称号数"
    english = "titles named"
    words = "本期内命名的称号个数"
    reference = "各级教育行政部门的命名文件；口径为本软件所定"
    unit, grain, better = SCHOOL_UNIT, (SCHOOL, DAY), UP
    over, taken = "designations", WITHIN
    disaggregations = ("title", "level_code", "county_code", "is_school")
    minimum_cell = None
    value_2018_01 = "count(*)"
    answers = (
        Answer(
            f"(?:{_AWARDED})(?:一批)?(?P<level_code>{_LEVEL})?(?P<title>{_REST}?(?:{_STANDING}){_REST}(?:{_BODY}))",
            examples=(
                "创建全国足球特色幼儿园",
                "创建全国校园足球特色学校",
                "创建市级阳光体育示范学校",
                "创建科技教育特色学校",
                "评选劳动教育示范学校",
                "遴选市级研学基地",
                "认定县级劳动实践教育基地",
            ),
            not_for=("建成薄改与能力提升项目", "推进中心城区学校建设", "打造特色课程", "创建文明城市"),
        ),
        Answer(  # what is built is a building, unless its name carries the level of a title
            f"(?<!累计)(?:建成|建设)(?P<level_code>{_LEVEL})(?P<title>{_REST}?(?:特色|示范|星级){_REST}(?:{_BODY}))",
            examples=("建成省级示范幼儿园",),
            not_for=("建成标准化学校", "建设示范性高中", "累计建成市级特色学校"),
        ),
    )
