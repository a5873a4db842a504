"""均衡用语: a county under a standard in words and figures, the same for screen, workbook and report."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor

from yaodian.algorithms.repair import Outcome, Repair
from yaodian.domain.finding import Words
from yaodian.workspace.balance.county_balance import CountyBalance
from yaodian.workspace.balance.judging import Measured, SchoolValues, StageResult
from yaodian.workspace.balance.repairing import StageRepair
from yaodian.workspace.balance.verdict import Standing, over_limit, reaches
from yaodian.workspace.publish.scoreboard_rows import UNVERIFIED

VERDICTS: Mapping[bool | None, Words] = {
    True: Words("达标", "met"),
    False: Words("未达标", "not met"),
    None: Words("不能判定", "not decided"),
}
NO_SCHOOL = Words("没有计入的学校，不评判", "no school is counted: not judged")
OUTCOMES: Mapping[Outcome, Words] = {
    Outcome.CHEAPEST: Words("已证明最省", "proven cheapest"),
    Outcome.FOUND: Words("限时内找到的最好方案", "the best found in the time given"),
    Outcome.IMPOSSIBLE: Words("无法补齐", "impossible"),
    Outcome.NONE_FOUND: Words("限时内没有找到方案，请加大 --seconds", "none found in time: give more --seconds"),
}
SIGNS: Mapping[Standing, str] = {
    Standing.REACHED: "✓",
    Standing.NEAR: "△",
    Standing.BELOW: "✗",
    Standing.UNKNOWN: "—",
}
SMALLEST_SHOWN = 9  # decimals after which a difference is one of floats


def decimals(value: float) -> int:
    """How many decimals a value is shown with: a small one (teachers per pupil) needs more."""
    return 2 if value == 0 or abs(value) >= 0.5 else 4


def figure(value: float, places: int | None = None, least: float | None = None, most: float | None = None) -> str:
    """A number with so many decimals (None: as its size needs), and more where rounding would move it across what it is held against."""

    def fails(tried: float) -> bool:
        short = least is not None and not reaches(tried, least)
        return short or (most is not None and bool(over_limit([tried], most)))

    places = decimals(value) if places is None else places
    while places < SMALLEST_SHOWN and fails(round(value, places)) != fails(value):
        places += 1
    return f"{value:,.{places}f}"


def rounded_up(value: float) -> float:
    """An amount that is lacking, up to hundredths, so that what is said to be enough is."""
    return ceil(value * 100 - 1e-6) / 100


def pieces(value: float) -> str:
    """An amount: whole where it is whole, else rounded up to hundredths."""
    up = rounded_up(value)
    return f"{up:,.0f}" if up == int(up) else f"{up:,.2f}"


def money(yuan: float) -> str:
    """Yuan with hundredths, rounded up."""
    return f"{rounded_up(yuan):,.2f}"


def mark(balance: CountyBalance, lang: str, *names: str) -> str:
    """（未核实） where one of these parameters was not checked at the issuing office."""
    return UNVERIFIED.lang(lang) if balance.is_unverified(*names) else ""


def stage_name(balance: CountyBalance, stage: str, lang: str) -> str:
    return stage.capitalize() if lang == "en" else balance.stage_labels.get(stage, stage)


def standard_name(balance: CountyBalance, lang: str) -> str:
    standard = balance.judged.standard
    return standard.english if lang == "en" else standard.label


def item_name(measured: Measured, lang: str) -> str:
    return measured.ratio.english if lang == "en" else measured.ratio.label


def stage_verdict(stage: StageResult, lang: str) -> str:
    return (VERDICTS[stage.is_met] if stage.schools else NO_SCHOOL).lang(lang)


def county_verdict(balance: CountyBalance, lang: str) -> str:
    """The county's verdict, marked where it hangs on what was not verified."""
    unverified = UNVERIFIED.lang(lang) if balance.is_verdict_unverified else ""
    return VERDICTS[balance.judged.is_met].lang(lang) + unverified


def missing_words(balance: CountyBalance, school: SchoolValues, lang: str) -> str:
    """What a school lacks: 体艺教师缺2人、仪器设备缺12,345元; and the items of which nothing is recorded."""
    items = balance.judged.items
    lacks, unknown, comma = Words("缺", " lacks "), Words("无数据", ": no data"), Words("、", ", ")
    said = [
        f"{items[n].item.short.lang(lang)}{lacks.lang(lang)}{pieces(amount)}{items[n].amount.unit.symbol}"
        for n, amount in school.short
    ]
    said += [items[n].item.short.lang(lang) + unknown.lang(lang) for n in school.unknown]
    return comma.lang(lang).join(said)


def stage_sentence(balance: CountyBalance, stage: StageResult, lang: str) -> str:
    """One stage in a sentence: what is counted, the verdict, and why."""
    name = stage_name(balance, stage.stage, lang)
    if not stage.schools:
        return Words(f"{name}：{NO_SCHOOL.zh}。", f"{name}: {NO_SCHOOL.en}.").lang(lang)
    unverified = UNVERIFIED.lang(lang) if balance.is_verdict_unverified else ""
    schools, pupils, ruled = len(stage.schools), f"{stage.pupils:,.0f}", stage_verdict(stage, lang) + unverified
    reasons = Words("；", "; ").lang(lang).join(_reasons(balance, stage, lang))
    return Words(
        f"{name}：计入学校{schools}所、在校生{pupils}人，{ruled}。{reasons}。",
        f"{name}: {schools} schools counted, {pupils} pupils, {ruled}: {reasons}.",
    ).lang(lang)


def _reasons(balance: CountyBalance, stage: StageResult, lang: str) -> list[str]:
    standard, said = balance.judged.standard, [_variation(balance, stage, lang)]
    if standard.least_met:
        failing = len(stage.failing)
        said.append(
            Words(f"未达单校标准的学校{failing}所", f"schools that fail what is asked of each: {failing}")
            if failing
            else Words("没有学校确定达不到单校标准", "no school is known to fail what is asked of each")
            if stage.incomplete
            else Words("每所学校都达到单校标准", "every school reaches what is asked of each")
        )
    if stage.incomplete:
        n = len(stage.incomplete)
        said.append(
            Words(
                f"{n}所学校有项目没有数据，该项均值和系数未计入这些学校",
                f"schools without data for an item, left out of its mean and coefficient: {n}",
            )
        )
    return [words.lang(lang) for words in said]


def _variation(balance: CountyBalance, stage: StageResult, lang: str) -> Words:
    limit = f"{stage.limit:.2f}{mark(balance, lang, balance.judged.standard.variation_limit)}"
    if balance.judged.standard.is_composite:
        if stage.composite is None:
            return Words("有的系数算不出，没有综合差异系数", "a coefficient is unknown, and so is their mean")
        shown = figure(stage.composite, 3, most=stage.limit)
        over = not stage.is_within
        return Words(
            f"综合差异系数{shown}，{'超过' if over else '不超过'}{limit}",
            f"the mean of the coefficients is {shown}, {'over' if over else 'within'} {limit}",
        )
    if not stage.over:
        return Words(f"各项差异系数都不超过{limit}", f"every coefficient is within {limit}")
    items = _over(balance, stage, lang)
    return Words(
        f"差异系数超过{limit}的有{len(items)}项（{'、'.join(items)}）", f"coefficients over {limit}: {', '.join(items)}"
    )


def _over(balance: CountyBalance, stage: StageResult, lang: str) -> list[str]:
    return [
        f"{balance.judged.items[n].item.short.lang(lang)} {figure(stage.coefficients[n] or 0.0, 3, most=stage.limit)}"
        for n in stage.over
    ]


def coefficient_verdict(stage: StageResult, number: int, lang: str) -> str:
    """Whether one coefficient keeps the limit; where nobody has anything there is none."""
    if stage.coefficients[number] is None:
        return Words("无法计算", "none").lang(lang)
    return VERDICTS[number not in stage.over].lang(lang)


def repair_sentence(balance: CountyBalance, found: StageRepair, lang: str) -> str:
    """What the cheapest repair of a stage costs, and how much cheaper one could be at most."""
    name, repair = stage_name(balance, found.stage, lang), found.repair
    outcome = OUTCOMES[repair.outcome].lang(lang)
    left = ""
    if found.unknown:
        n = len(found.unknown)
        left = Words(f"{n}所学校缺数据，未列入方案。", f" Schools left out for lack of data: {n}.").lang(lang)
    if repair.additions is None:
        return Words(f"{name}：{outcome}。{left}", f"{name}: {outcome}.{left}").lang(lang)
    if not repair.cost:
        who = Words("数据齐全的学校", "to schools with all data, ").lang(lang) if found.unknown else ""
        return Words(f"{name}：{who}不需要补充。{left}", f"{name}: {who}nothing need be added.{left}").lang(lang)
    return _costs(balance, name, repair, outcome, lang) + left


def _costs(balance: CountyBalance, name: str, repair: Repair, outcome: str, lang: str) -> str:
    unverified = mark(balance, lang, balance.judged.standard.costs)
    cost, bound, gap = money(repair.cost), f"{floor(repair.bound * 100 + 1e-4) / 100:,.2f}", f"{repair.gap:.2%}"
    return Words(
        f"{name}：共需{cost}元{unverified}，任何方案不低于{bound}元，差距{gap}，{outcome}。",
        f"{name}: {cost} yuan{unverified}, no repair costs less than {bound} yuan, gap {gap}, {outcome}.",
    ).lang(lang)


def no_repair_words(balance: CountyBalance, lang: str) -> str:
    """Why there is no repair: the standard has none, or none was asked for."""
    if balance.judged.standard.has_repair():
        return Words("没有计算补齐方案（--no-repair）。", "No repair was computed (--no-repair).").lang(lang)
    return Words("本标准对单校没有要求或没有单价，不计算补齐方案。", "This standard has no repair to compute.").lang(
        lang
    )
