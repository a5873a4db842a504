"""义务教育辍学率: dropout rate."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import DOWN, Derivation, How, Indicator
from yaodian.domain.period import SCHOOL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class DropoutRate(Indicator):
    """义务教育辍学率: children found in the school year to have dropped out by compulsory pupils at its start.

    The ledger of dropouts names no stage, so primary and junior stand together and the limit of each stage cannot be held
    against it.
    """

    label = "义务教育辍学率"
    english = "dropout rate"
    words = "学年内发现的辍学人数 ÷ 学年初小学、初中在校生数"
    reference = "辍学率的通行口径（原文未核）；控制线小学0.6%、初中1.8%为转述"
    unit, grain, better = RATIO, (COUNTY, SCHOOL_YEAR), DOWN
    of, derived = "new_dropout_count", Derivation(How.RATIO, other="opening_pupil_count")
    minimum_cell = "minimum_cell_sensitive"
    answers = (Answer(r"辍学率", examples=("控制义务教育辍学率",), not_for=("实现失学辍学动态清零",)),)
