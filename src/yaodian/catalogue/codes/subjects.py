"""学科: subjects taught and examined."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class Subjects(CodeList):
    """学科: what is taught, examined or held as a certificate."""

    label = "学科"
    english = "subjects taught and examined"
    reference = "本软件所定代码；学科取自国家课程方案与教师信息表的用语"
    codes = (
        Code("chinese", "语文"),
        Code("math", "数学"),
        Code("english", "英语", ("外语",)),
        Code("morality", "道德与法治", ("思想品德", "品德", "政治", "思想政治", "思政")),
        Code("history", "历史"),
        Code("geography", "地理"),
        Code("physics", "物理"),
        Code("chemistry", "化学"),
        Code("biology", "生物", ("生物学",)),
        Code("science", "科学"),
        Code("sports", "体育", ("体育与健康",)),
        Code("music", "音乐"),
        Code("art", "美术"),
        Code("arts", "艺术"),
        Code("it", "信息技术", ("信息科技",)),
        Code("labour", "劳动", ("劳动技术", "通用技术")),
        Code("mental_health", "心理健康", ("心理",)),
        Code("combined_arts", "文科综合", ("文综",)),
        Code("combined_sciences", "理科综合", ("理综",)),
        Code("history_society", "历史与社会"),
        Code("preschool", "学前教育", ("幼儿教育",)),
        Code("special", "特殊教育"),
        Code("vocational", "中职专业课", ("专业课",)),
        Code("other", "其他"),
    )
