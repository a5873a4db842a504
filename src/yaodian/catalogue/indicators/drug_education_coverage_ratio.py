"""禁毒教育覆盖率: the part of the schools of every kind where knowledge about drugs was tested."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import RATIO


class DrugEducationCoverageRatio(Indicator):
    """禁毒教育覆盖率: schools in which knowledge about drugs was tested in the year, of all schools of the place (0–1).

    A test is what registers hold of drug education; where only a sample of schools is tested, this is low by design.
    """

    label = "禁毒教育学校覆盖率"
    english = "share of schools that tested knowledge about drugs"
    words = "开展禁毒知识测试的学校数 ÷ 学校数"
    reference = "口径为本软件所定（以开展测试代替覆盖）"
    unit, grain, better = RATIO, (COUNTY, YEAR), UP
    of, derived = "drug_education_school_count", Derivation(How.RATIO, other="school_count")
    minimum_cell = None
    answers = (
        Answer(
            "覆盖[^,，。;；]{0,12}禁毒[^,，。;；]{0,6}教育|禁毒[^,，。;；]{0,6}教育[^,，。;；]{0,6}覆盖",
            examples=("建立覆盖全市各级各类学校的禁毒预防教育体系", "实现禁毒预防教育全覆盖"),
            not_for=("提高毒品预防知识知晓率", "实现校园无毒品"),
        ),
    )
