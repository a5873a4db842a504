"""检查与减负: more inspections and assessments work against the promise of fewer checks and lighter burdens."""

from yaodian.declare.relation import Relation


class InspectionsAgainstBurdenRelief(Relation):
    """检查与减负: more inspections and assessments work against the promise of fewer checks and lighter burdens."""

    label = "检查评价与减负"
    reference = (
        "中共中央办公厅、国务院办公厅《关于减轻中小学教师负担进一步营造教育教学良好环境的若干意见》（2019年12月）的思路"
    )
    makes = (
        "开展…检查",
        "开展…督查",
        "开展…评价",
        "开展…评估",
        "开展…监测",
        "开展…考核",
        "开展…测评",
        "组织…检查",
        "组织…评价",
        "组织…评估",
        "组织…考核",
        "建立…评价",
        "加强…督导",
        "做好…督导",
        "抓好…督导",
        "加强…考核",
        "纳入…考核",
        "实行…考核",
        "测评",
        "评估…学校",
    )
    against = (
        "减少…检查",
        "减少…评估",
        "减少…评比",
        "减少…考核",
        "压减…检查",
        "压减…评比",
        "精简…检查",
        "精简…评比",
        "精简…报表",
        "清理…报表",
        "清理…报送",
        "减少…报表",
        "报表…减少",
        "督查检查…减少",
        "减轻…教师…负担",
        "整治…教师…负担",
        "落实…教师减负",
    )
    unless = ("视力", "近视", "体质", "体检", "心理", "舆情", "食品", "消防", "食堂")
    why = "{made}会给学校和教师增加检查评价，与{other}方向相反：宜把检查评价列入清单、合并实施，数量只减不增。"
    examples = (
        ("开展教育专项督导检查", "减少各类检查评估事项"),
        ("将安全考核纳入学校年度考核", "清理面向学校的报表"),
    )
    not_for = (("开展学生体质监测", "减少各类检查评估事项"), ("开展教育专项督导检查", "减少用电用水"))
