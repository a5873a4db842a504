"""质量监测校际差异系数: variation between schools in quality monitoring."""

from yaodian.declare.indicator import DOWN, Derivation, How, Indicator
from yaodian.domain.period import YEAR
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class QualityScoreCv(Indicator):
    """质量监测校际差异系数: coefficient of variation between the mean scores of schools, each weighed by the pupils it stands for; of one subject and grade.

    The rate of variation between schools in the national reports may be made otherwise: its formula was not seen.
    """

    label = "质量监测校际差异系数"
    english = "variation between schools in quality monitoring"
    words = "各校平均分的加权标准差 ÷ 全县平均分（分学科、年级）"
    reference = (
        "《国家义务教育质量监测方案》；教督〔2017〕6号："
        "相关科目学生学业水平达到Ⅲ级以上、校际差异率低于0.15（转述，数值原文未核）"
    )
    unit, grain, better = RATIO, (COUNTY, YEAR), DOWN
    disaggregations = ("subject_code", "grade_code")
    of, derived = "quality_score_per_pupil", Derivation(How.CV, between=SCHOOL)
    threshold = "quality_cv_maximum"
    minimum_cell = None
