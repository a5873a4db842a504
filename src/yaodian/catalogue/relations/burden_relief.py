"""减负: two tasks that promise to lighten the burden of the same people, in whatever words."""

from yaodian.declare.relation import Relation

_CUES = ("整治…负担", "减轻…负担", "…学生减负", "…教师减负", "减轻…压力")


class BurdenRelief(Relation):
    """减负: two tasks that promise to lighten the burden of the same people, in whatever words."""

    label = "两处减负承诺"
    reference = (
        "中共中央办公厅、国务院办公厅《关于减轻中小学教师负担进一步营造教育教学良好环境的若干意见》（2019年12月）的思路"
    )
    makes = _CUES
    same = _CUES
    within = "burden_bearers"
    why = "{made}与{other}说的是同一类人的减负，像是两项任务里的同一承诺，宜合并或分清各自的责任。"
    examples = (("推进学生减负工作", "整治学生课业负担过重问题"),)
    not_for = (("推进学生减负工作", "落实教师减负工作要求"),)
