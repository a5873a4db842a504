"""进校园活动: activities carried into schools work against the promise to clear such activities out."""

from yaodian.declare.relation import Relation


class ActivitiesAgainstCampusClearance(Relation):
    """进校园活动: activities carried into schools work against the promise to clear such activities out."""

    label = "“进校园”活动与清理规范"
    reference = (
        "中共中央办公厅、国务院办公厅《关于减轻中小学教师负担进一步营造教育教学良好环境的若干意见》（2019年12月）的思路"
    )
    makes = ("开展…进校园", "组织…进校园", "举办…进校园")
    against = (
        "清理…进校园",
        "规范…进校园",
        "精简…进校园",
        "减少…进校园",
        "压减…进校园",
        "进校园…减少",
        "清理…社会事务",
    )
    why = "{made}属于“进校园”活动，与{other}方向相反：宜先列入白名单，再安排次数和时间。"
    examples = (("开展消防知识进校园活动", "清理规范各类“进校园”活动"),)
    not_for = (("禁止手机带进校园", "清理规范各类“进校园”活动"),)
