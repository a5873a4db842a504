"""中考及格率: the part of the papers in the entrance exam that were passed."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Indicator
from yaodian.domain.period import YEAR
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class EntrancePassRatio(Indicator):
    """中考及格率: papers with at least the passing part of the full score, of all papers sat (0–1)."""

    label = "高中阶段招生考试及格率（按科目）"
    english = "share of entrance exam papers passed"
    words = "得分不低于满分60%的人次 ÷ 正常参考人次"
    reference = "市招生考试机构成绩统计口径（原文未核）；线见参数 pass_share"
    unit, grain, better = RATIO, (SCHOOL, YEAR), UP
    over = "entrance_exam_results schools"
    disaggregations = ("subject_code", "schools.urban_rural_code", "schools.ownership_code")
    where_2010_01 = "state_code = 'sat' AND score IS NOT NULL AND full_score IS NOT NULL"
    numerator_2010_01 = "count(*) FILTER (WHERE score * 100 >= full_score * :pass_share)"
    denominator_2010_01 = "count(*)"
    answers = (
        Answer(
            "中考[^,，。;；]{0,8}(?:及格率|合格率)",
            examples=("提高中考学科及格率",),
            not_for=("提高中考成绩", "提高学生体质健康合格率"),
        ),
    )
