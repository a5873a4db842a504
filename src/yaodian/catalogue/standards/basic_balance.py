"""县域义务教育基本均衡 (2012): eight resources and the mean of their coefficients."""

from yaodian.declare.standard import Item, Standard
from yaodian.domain.finding import Words


class BasicBalance(Standard):
    """县域义务教育基本均衡: the mean of eight coefficients of variation between schools, primary and junior apart.

    Nothing is asked of single schools here. Private schools, schools that are not the county's and teaching points are
    left out.
    """

    label = "县域义务教育基本均衡（校际综合差异系数）"
    english = "basic balance of compulsory education (2012)"
    words = "小学、初中8项校际差异系数的平均值不超过0.65、0.55"
    reference = "《县域义务教育均衡发展督导评估暂行办法》（教督〔2012〕3号；转述，原文未核）"
    rule = "2012"
    stages = ("primary", "junior")
    items = (
        Item("teaching_area_per_pupil", Words("教学用房", "teaching area")),
        Item("sports_area_per_pupil", Words("运动场馆", "sports area")),
        Item("equipment_per_pupil", Words("仪器设备", "equipment")),
        Item("computers_per_pupil", Words("计算机", "computers"), is_whole=True),
        Item("books_per_pupil", Words("图书", "books"), is_whole=True),
        Item("teachers_per_pupil", Words("师生比", "teachers"), is_whole=True),
        Item("qualified_teachers_per_pupil", Words("高学历教师", "qualified teachers"), is_whole=True),
        Item("middle_title_teachers_per_pupil", Words("中级职称教师", "middle titles"), is_whole=True),
    )
    pupils = "balance_pupil_count"
    counts = (
        "state_code = 'open' AND type_code NOT IN ('32', '36', '37', '51') AND NOT is_teaching_point"
        " AND ownership_code NOT IN ('private', 'joint') AND is_county_run"
    )
    variation_limit = "basic_balance_cv_maximum"
    is_composite = True
