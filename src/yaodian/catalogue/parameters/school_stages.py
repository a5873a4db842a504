"""学段用词: the words by which a plan names the stages of schooling."""

from yaodian.declare.parameter import Parameter


class SchoolStages(Parameter):
    """学段用词: groups of words, one a stage; a promise for one stage is not linked with one for another."""

    label = "学段用词"
    reference = "《中华人民共和国教育法》（2015年修正）第十七条：学前、初等、中等、高等教育；用词为本软件所列"
    value_2010_01 = (
        ("学前", "幼儿园", "入园", "托育", "公办园", "民办园"),
        ("义务教育", "小学", "初中", "薄改", "安置点"),
        ("高中", "高考"),
        ("职业", "中职", "高职", "职教", "技师"),
        ("高校", "高等教育", "高等学校", "研究生", "博士"),
        ("特殊教育", "残疾"),
    )
