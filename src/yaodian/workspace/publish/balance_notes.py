"""均衡说明: where the figures of a county's balance come from, what is not verified, and what they leave out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from yaodian.declare.parameter import Parameter
from yaodian.domain.finding import Words
from yaodian.workspace.balance.county_balance import CountyBalance
from yaodian.workspace.balance.schools import School
from yaodian.workspace.publish.balance_words import stage_name, standard_name

Parameters = Mapping[str, type[Parameter]]


def notes(balance: CountyBalance, parameters: Parameters, lang: str) -> list[tuple[str, str]]:
    """Label and text of each note, in the order in which they are read."""
    judged, standard = balance.judged, balance.judged.standard
    said = [
        (
            Words("标准", "Standard"),
            Words(f"{standard.label}：{standard.words}", standard.english),
        ),
        (Words("依据", "Document"), Words(standard.reference, standard.reference)),
        (Words("评判日期", "Day"), Words(judged.on.isoformat(), judged.on.isoformat())),
        (Words("数据版本", "Release"), Words(judged.release, judged.release)),
        *_unverified(balance, parameters),
        *_left_out(balance),
        (Words("系数", "Coefficients"), _COEFFICIENTS),
        *([(Words("补齐", "Repair"), _REPAIR)] if balance.repairs is not None else []),
    ]
    return [(label.lang(lang), text.lang(lang)) for label, text in said]


_COEFFICIENTS = Words(
    "差异系数＝各校比值对全县比值的加权标准差÷全县比值，以在校生数为权；全县比值为总量÷在校生总数。",
    "coefficient of variation: weighted standard deviation of the schools' ratios from the county's (total over pupils),"
    " over the county's ratio; each school weighs by its pupils.",
)
_REPAIR = Words(
    "不从任何学校调出资源，只计补充；教师、教室按整数，面积和金额进到百分位；各项分别补，一人不重复计入两项。",
    "nothing is taken from any school; teachers and rooms are whole, areas and money rounded up to hundredths; each item"
    " is added for itself, and nobody counts for two.",
)


def _unverified(balance: CountyBalance, parameters: Parameters) -> Iterator[tuple[Words, Words]]:
    for name in sorted(balance.judged.unverified & set(parameters)):
        stated = parameters[name].on(balance.judged.on)
        text = f"{parameters[name].label}：{stated.reference}"
        yield Words("未核实", "Unverified"), Words(text, f"{name}: {stated.reference}")


def _left_out(balance: CountyBalance) -> Iterator[tuple[Words, Words]]:
    label = Words("未计入", "Left out")
    for stage in balance.judged.stages:
        if stage.without_pupils:
            zh, en = (stage_name(balance, stage.stage, lang) for lang in ("zh", "en"))
            names = _names(stage.without_pupils)
            yield label, Words(f"{zh}没有在校生统计的学校：{names}", f"{en} schools without pupils counted: {names}")
    if undecided := balance.judged.undecided:
        names = _names(undecided)
        yield (
            label,
            Words(
                f"学校登记簿没有填全、定不了是否计入的学校：{names}",
                f"schools whose register leaves open whether they count: {names}",
            ),
        )


def _names(schools: Sequence[School]) -> str:
    return "、".join(f"{school.name}（{school.code}）" for school in schools)


def title(balance: CountyBalance, lang: str) -> str:
    """The title of workbook and report."""
    judged = balance.judged
    return Words(
        f"{judged.county.name}{standard_name(balance, 'zh')}评判",
        f"{judged.county.name}: {standard_name(balance, 'en')}",
    ).lang(lang)
