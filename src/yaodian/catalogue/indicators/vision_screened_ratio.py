"""视力筛查覆盖率: how many of the pupils were screened."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import TERM
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import RATIO


class VisionScreenedRatio(Indicator):
    """视力筛查覆盖率: screenings of a term for each pupil enrolled at its end (above 1 where some were screened twice)."""

    label = "学生视力筛查覆盖率"
    english = "vision screenings per pupil"
    words = "本学期视力筛查人次 ÷ 期末在校生数"
    reference = "《综合防控儿童青少年近视实施方案》：每学期筛查（教体艺〔2018〕3号；原文未核）"
    unit, grain, better = RATIO, (SCHOOL, TERM), UP
    of, derived = "vision_screened_count", Derivation(How.RATIO, other="pupil_count")
    disaggregations = ("grade_code", "schools.urban_rural_code")
    answers = (
        Answer(
            "视力(?:筛查|监测|检查)[^,，。;；]{0,6}(?:覆盖|率)",
            examples=("实现学生视力筛查全覆盖", "提高视力监测覆盖率"),
            not_for=("开展学生视力监测",),
        ),
    )
