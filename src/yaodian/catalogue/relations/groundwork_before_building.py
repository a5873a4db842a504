"""前期工作: plans, sites, money and restart permits come before buildings are finished."""

from yaodian.declare.relation import Relation


class GroundworkBeforeBuilding(Relation):
    """前期工作: plans, sites, money and restart permits come before buildings are finished."""

    label = "前期工作先于建成"
    reference = "国务院《政府投资条例》（国令第712号）：资金落实、条件具备方可开工"
    makes = (
        "制定…复工",
        "制定…开工",
        "争取…项目资金",
        "争取…专项资金",
        "争取…专项债券",
        "落实…项目资金",
        "落实…用地",
        "完成…选址",
        "启动…选址",
        "完成…招标",
    )
    enables = (
        "建成…项目",
        "建成…学校",
        "建成投用",
        "完成…学校建设",
        "加快…学校建设",
        "建设…配套学校",
        "完成…校舍",
        "改造校舍",
        "推进…新校区建设",
    )
    unless = ("平台", "空间", "系统", "智慧")
    why = "{other}能不能如期完成，取决于{made}：资金、手续和开工条件落实在先，建成在后。"
    examples = (("争取各类项目资金", "建成80个校舍改造项目"),)
    not_for = (("争取各类项目资金", "建成学生空间系统平台"),)
