"""义务教育逐人保障率: children found in school, by those looked for."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class SchoolingAssuredRatio(Indicator):
    """义务教育逐人保障率: children of school age found on a roll, and pupils found attending, by all looked for person by person.

    Both reconciliations are counted: a child who is on no roll, and one who is on it and does not come. Of whom nobody knows,
    or about whom people are still asked, is in neither number.
    """

    label = "义务教育逐人保障率"
    english = "children found in school"
    words = "失学、辍学两项逐人比对已保障人次 ÷（已保障＋缺口）人次"
    reference = (
        "控辍保学“四查三比对”之户籍与学籍、学籍与在校比对（2024年的名称，2020年已有同样的比对）；口径为本软件所定"
    )
    unit, grain, better = RATIO, (COUNTY, DAY), UP
    over, taken = "assured_counts", LAST_DAY
    threshold = "dropout_cleared_minimum"
    minimum_cell = None
    where_2018_01 = "programme_code IN ('never_enrolled', 'not_attending')"
    numerator_2018_01 = "sum(served_count)"
    denominator_2018_01 = "sum(served_count + gap_count)"
    answers = (
        Answer(
            r"(?:辍学|失学|控辍保学)[^,，。;；]{0,12}清零",
            examples=("巩固辍学学生常态化动态清零成果", "实现失学辍学动态清零"),
            not_for=("建立控辍保学机制", "落实控辍保学责任"),
        ),
    )
