"""每百名学生拥有体育艺术专任教师数校际差异系数: variation between schools: teachers of sports and arts per hundred pupils."""

from yaodian.declare.indicator import DOWN, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class SportsArtsTeachersCv(Indicator):
    """每百名学生拥有体育艺术专任教师数校际差异系数: coefficient of variation between schools, each weighed by its pupils; asked by stage.

    Limits: primary 0.50, junior 0.45 in the scheme of 2017.
    """

    label = "每百名学生拥有体育艺术专任教师数校际差异系数"
    english = "variation between schools: teachers of sports and arts per hundred pupils"
    words = "各校比值对全县比值的加权标准差 ÷ 全县比值（以在校生数为权），分小学、初中"
    reference = (
        "差异系数公式依《义务教育均衡发展差异系数计算方法及数据来源》（以规模为权；原发文单位未核）；"
        "《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号；转述，原文未核）"
    )
    unit, grain, better = RATIO, (COUNTY, DAY), DOWN
    disaggregations = ("stage_code", "schools.ownership_code")
    of, derived = "sports_arts_teachers_per_pupil", Derivation(How.CV, between=SCHOOL)
    threshold = "balance_cv_maximum"
    minimum_cell = None
