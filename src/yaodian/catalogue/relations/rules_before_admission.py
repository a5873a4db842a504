"""规则先行: the rules of admission must be issued before the admission."""

from yaodian.declare.relation import Relation


class RulesBeforeAdmission(Relation):
    """规则先行: the rules of admission must be issued before the admission."""

    label = "招生规则先于招生"
    reference = "教育部办公厅每年关于做好普通中小学招生入学工作的通知：招生办法先公布、后实施"
    makes = ("制定…招生", "制订…招生", "出台…招生", "印发…招生", "修订…招生", "完善…招生", "健全…招生")
    enables = (
        "做好…招生入学",
        "执行…招生",
        "做好…招生工作",
        "实施…招生",
        "…阳光招生",
        "落实…中考改革",
        "落实…招生改革",
        "规范…招生秩序",
    )
    unless = ("宣传",)
    within = "school_stages"
    why = "{other}要按规则办：{made}先定稿公布，招生才有依据。"
    examples = (("制定义务教育招生管理办法", "做好义务教育招生入学工作"),)
    not_for = (
        ("完善高中阶段招生实施意见", "做好义务教育招生入学工作"),
        ("制定食堂管理办法", "做好义务教育招生入学工作"),
    )
