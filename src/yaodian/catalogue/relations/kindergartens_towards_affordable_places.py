"""建园与普惠: public kindergartens built and private ones recognised count towards affordable preschool places."""

from yaodian.declare.relation import Relation


class KindergartensTowardsAffordablePlaces(Relation):
    """建园与普惠: public kindergartens built and private ones recognised count towards affordable preschool places."""

    label = "幼儿园建设认定与普惠学位"
    reference = "《中共中央 国务院关于学前教育深化改革规范发展的若干意见》（2018年11月）：普惠性幼儿园覆盖率与公办园在园幼儿占比"
    makes = (
        "新建…幼儿园",
        "建设…公办幼儿园",
        "建成…幼儿园",
        "扩建…幼儿园",
        "推进…幼儿园建设",
        "推进…新园建设",
        "推动…幼儿园项目建设",
        "建…公办园",
        "新设…幼儿园",
        "认定…普惠",
        "开展…普惠性民办幼儿园认定",
        "开展…配套幼儿园治理",
    )
    towards = (
        "…普惠性幼儿园覆盖率",
        "…公办园占比",
        "…公立园占比",
        "…公办园在园幼儿占比",
        "…公办园覆盖率",
        "扩大…普惠",
        "增加…普惠",
        "…普惠性学位",
        "新增公办学位",
        "新增…普惠",
        "新增…公办学位",
    )
    why = "{made}建成或认定的幼儿园，计入{other}：普惠学位和占比应从同一份园所名录核算。"
    examples = (("新建公办幼儿园5所", "普惠性幼儿园覆盖率达到85%"),)
    not_for = (("创建示范幼儿园5所", "普惠性幼儿园覆盖率达到85%"),)
