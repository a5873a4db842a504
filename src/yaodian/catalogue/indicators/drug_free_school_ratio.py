"""无毒品校园比例: the part of the schools that the drug office names free of drugs."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import CITY
from yaodian.domain.unit_of_measure import RATIO


class DrugFreeSchoolRatio(Indicator):
    """无毒品校园比例: schools named free of drugs of the schools looked at, as the drug control office states them (0–1).

    No register of the bureau holds this; the value is the office's, for the city and the year, and is shown as external.
    """

    label = "无毒品校园比例（外部数据）"
    english = "share of schools free of drugs, as stated by the drug control office"
    words = "禁毒部门认定的无毒品学校数 ÷ 认定范围内的学校数"
    reference = "市禁毒委年度认定文件；本局登记簿不持有，按外部数据引用"
    unit, grain, better = RATIO, (CITY, DAY), UP
    over, taken = "external_values", LAST_DAY
    minimum_cell = None
    where_2018_01 = (
        "subject_code = 'drug_free_schools' AND place_code = :city"
        " AND substring(period, 1, 4) = CAST(extract(YEAR FROM :last_day) AS VARCHAR)"
    )
    numerator_2018_01 = "sum(numerator)"
    denominator_2018_01 = "sum(denominator)"
    answers = (
        Answer(
            "校园无毒品|无毒(?:品)?(?:学校|校园)",
            examples=("实现校园无毒品", "提高无毒校园比例"),
            not_for=("实现师生不吸毒", "建立禁毒预防教育体系"),
        ),
    )
