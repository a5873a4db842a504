"""县域义务教育优质均衡 (2017): seven resources, each tested alone."""

from yaodian.declare.standard import Item, Standard
from yaodian.domain.finding import Words


class QualityBalance(Standard):
    """县域义务教育优质均衡: each of the seven resources varies little between schools, primary and junior apart, and every
    school reaches six thresholds and comes near the seventh.

    Teaching points with fewer than 50 pupils (a dated parameter) are left out.
    """

    label = "县域义务教育优质均衡（资源配置7项）"
    english = "quality balance of compulsory education (2017)"
    words = "每所学校至少6项达标、余项不低于标准的85%；小学、初中各7项校际差异系数逐项不超过0.50、0.45"
    reference = "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    rule = "2017"
    stages = ("primary", "junior")
    items = (
        Item(
            "qualified_teachers_per_pupil",
            Words("高学历教师", "qualified teachers"),
            "qualified_teachers_minimum",
            is_whole=True,
        ),
        Item(
            "backbone_teachers_per_pupil",
            Words("骨干教师", "backbone teachers"),
            "backbone_teachers_minimum",
            is_whole=True,
        ),
        Item(
            "sports_arts_teachers_per_pupil",
            Words("体艺教师", "sports and arts teachers"),
            "sports_arts_teachers_minimum",
            is_whole=True,
        ),
        Item("teaching_area_per_pupil", Words("教学用房", "teaching area"), "teaching_area_minimum"),
        Item("sports_area_per_pupil", Words("运动场馆", "sports area"), "sports_area_minimum"),
        Item("equipment_per_pupil", Words("仪器设备", "equipment"), "equipment_minimum"),
        Item(
            "multimedia_classrooms_per_pupil",
            Words("多媒体教室", "multimedia rooms"),
            "multimedia_classrooms_minimum",
            is_whole=True,
        ),
    )
    pupils = "balance_pupil_count"
    counts = "state_code = 'open' AND type_code NOT IN ('32', '36', '37', '51')"
    variation_limit = "balance_cv_maximum"
    least_met, rest = "balance_items_met", "balance_rest_share"
    costs = "balance_repair_costs"
