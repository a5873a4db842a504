"""建校与学位: schools built, widened or reopened count towards school places and fewer oversized classes."""

from yaodian.declare.relation import Relation


class SchoolsTowardsSchoolPlaces(Relation):
    """建校与学位: schools built, widened or reopened count towards school places and fewer oversized classes."""

    label = "学校建设与学位供给"
    reference = (
        "国务院《关于统筹推进县域内城乡义务教育一体化改革发展的若干意见》（国发〔2016〕40号）：学校建设与消除大班额"
    )
    makes = (
        "建成…学校",
        "建成…中小学",
        "建成…小学",
        "建成…中学",
        "建成…能力提升项目",
        "建成…薄改",
        "新建…学校",
        "新建…中小学",
        "新建…小学",
        "扩建…学校",
        "扩建…中小学",
        "完成…学校建设",
        "加快…学校建设",
        "建设…配套学校",
        "推进…新校区建设",
        "推动…新校区建设",
        "…教育资源举办基础教育",
    )
    towards = (
        "扩大…学位",
        "增加…学位",
        "新增…学位",
        "提供…学位",
        "…学位增加",
        "化解…大班额",
        "消除…大班额",
        "化解…入学矛盾",
    )
    unless = ("幼儿园", "普惠", "示范校", "示范学校", "特色学校", "智慧")
    within = "school_stages"
    why = "{made}建成后提供的学位，计入{other}：学位数应从项目台账中核算，不另行上报。"
    examples = (("建成30所中小学", "新增学位1200个"), ("加快安置点配套学校建设", "化解城区学校大班额问题"))
    not_for = (("建成30所高中学校", "扩大义务教育学位供给"), ("建成30所示范学校", "新增学位1200个"))
