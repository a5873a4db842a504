"""学生资助逐人保障率: pupils who got the aid that they have a right to."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class AidAssuredRatio(Indicator):
    """学生资助逐人保障率: pupils with a right to a programme of aid to whom it was paid, by all with a right to one.

    Each programme is held against its payments person by person; a pupil with a right to two counts twice. Meals are counted
    by school and not here.
    """

    label = "学生资助逐人保障率"
    english = "pupils who got their aid"
    words = "各资助项目逐人比对已发放人次 ÷（已发放＋缺口）人次"
    reference = "《家庭经济困难学生认定工作的指导意见》（教财〔2018〕16号）；贵州省学生资助政策（转述，原文未核）"
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over, taken = "assured_counts", LAST_DAY
    threshold = "aid_coverage_minimum"
    minimum_cell = None
    where_2018_01 = "purpose_code = 'student_aid' AND programme_code <> 'meals_missed'"
    numerator_2018_01 = "sum(served_count)"
    denominator_2018_01 = "sum(served_count + gap_count)"
    answers = (
        Answer(
            r"(?:贫困|困难)(?:家庭)?(?:学生|子女)[^,，。;；]{0,8}不漏一人|资助[^,，。;；]{0,8}(?:全覆盖|应助尽助|不漏一人|覆盖率)",
            examples=("确保建档立卡贫困学生不漏一人", "实现学生资助全覆盖"),
            not_for=("落实学生资助政策", "提高资助资金发放比例"),
        ),
    )
