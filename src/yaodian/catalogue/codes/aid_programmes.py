"""资助项目: programmes of student aid."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class AidProgrammes(CodeList):
    """资助项目: what a pupil receives and at which stage; amounts are dated parameters."""

    label = "资助项目"
    english = "programmes of student aid"
    reference = "本软件所定代码；项目取自贵州省2020年前后学生资助政策（多为转述，原文未核）"
    unverified = True
    codes = (
        Code("preschool_aid", "学前教育资助", ("保教费和生活费资助", "学前资助")),
        Code("preschool_meals", "农村学前营养改善", ("学前营养餐",)),
        Code("tuition_free", "免学杂费", ("义务教育免学杂费",)),
        Code("textbook_free", "免教科书费", ("免费教科书",)),
        Code("living_boarding", "寄宿生生活补助", ("寄宿生生活费补助", "一补")),
        Code("living_day", "非寄宿生生活补助", ("非寄宿生补助",)),
        Code("compulsory_meals", "义务教育营养改善", ("营养餐", "营养膳食补助")),
        Code("senior_grant", "普通高中国家助学金", ("高中助学金",)),
        Code("senior_tuition", "普通高中免学杂费", ("高中免学费",)),
        Code("vocational_grant", "中职国家助学金", ("中职助学金",)),
        Code("vocational_tuition", "中职免学费"),
        Code("poverty_grant", "教育精准扶贫学生资助", ("扶贫专项助学金", "精准扶贫资助")),
        Code("poverty_lodging", "精准扶贫免（补）住宿费", ("免住宿费",)),
        Code("poverty_textbook", "精准扶贫免（补）教科书费", ("免教科书费（高中、中职）",)),
        Code("local", "地方和社会资助", ("社会资助",)),
    )
