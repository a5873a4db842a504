"""先建后招: a school must be built before it takes pupils."""

from yaodian.declare.relation import Relation


class SchoolsBeforeAdmission(Relation):
    """先建后招: a school must be built before it takes pupils."""

    label = "学校建设先于招生入学"
    reference = "《中华人民共和国义务教育法》第十二条、第十五条：按居住分布设置学校，就近入学"
    makes = (
        "建成…学校",
        "建成…中小学",
        "建成…小学",
        "完成…学校建设",
        "加快…学校建设",
        "建设…配套学校",
        "加强…学校规划建设",
        "加强…学校的规划和建设",
        "推进…新校区建设",
        "推动…新校区建设",
        "扩大…学位供给",
    )
    enables = (
        "做好…招生入学",
        "执行…招生",
        "落实…就近入学",
        "做好…招生工作",
        "…划片招生",
        "保障…接受义务教育",
        "保障…子女入学",
        "完成…招生",
    )
    unless = ("高校", "示范学校", "特色学校", "智慧", "寄宿制")
    within = "school_stages"
    why = "{other}要有学位可用：{made}完成在先，学校才能划片、收学生。"
    examples = (("加快安置点配套学校建设", "做好义务教育招生入学工作"),)
    not_for = (
        ("加快职业学校建设", "做好义务教育招生入学工作"),
        ("完成劳动教育示范学校建设", "做好义务教育招生入学工作"),
    )
