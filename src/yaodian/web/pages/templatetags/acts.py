"""办理词: what buttons and forms of acts say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from yaodian.declare.kind import Evidence, Step
from yaodian.domain.entry import Act
from yaodian.domain.finding import Words
from yaodian.web.pages.templatetags.yaodian import language_in, number, unit_called

register = template.Library()
Context = Mapping[str, Any]

VERBS: Mapping[Act, Words] = {
    Act.ACCEPT: Words("签收", "Accept"),
    Act.STEP: Words("推进", "Take the step"),
    Act.SUBMIT: Words("提请核验", "Submit"),
    Act.VERIFY: Words("核验通过", "Verify"),
    Act.CLOSE: Words("销号", "Close out"),
    Act.REPORT: Words("填报", "Report"),
    Act.ATTACH: Words("附佐证", "Attach"),
    Act.SPLIT: Words("分解", "Split"),
    Act.ASSIGN: Words("交办", "Assign"),
    Act.INSTRUCT: Words("批示", "Instruct"),
    Act.EXTEND: Words("延期", "Extend"),
    Act.SEND_BACK: Words("退回", "Send back"),
    Act.HAND_OVER: Words("转办", "Hand over"),
    Act.SUSPEND: Words("暂停", "Suspend"),
    Act.RESUME: Words("恢复", "Resume"),
    Act.REOPEN: Words("重新打开", "Re-open"),
}
EVIDENCE: Mapping[str, Words] = {
    Evidence.OFFICIAL_DOCUMENT: Words("正式文件", "official document"),
    Evidence.SCORE_SHEET: Words("评分表", "score sheet"),
    Evidence.SUMMARY: Words("小结", "summary"),
    Evidence.LIST: Words("名单", "list"),
    Evidence.CONTRACT: Words("合同", "contract"),
    Evidence.CERTIFICATE: Words("证书", "certificate"),
    Evidence.PHOTO: Words("照片", "photograph"),
    Evidence.REGISTER_ROW: Words("登记库记录", "row of a register"),
    Evidence.MINUTES: Words("会议纪要", "minutes"),
}
PHRASES = (
    Words("请抓紧。", "Please make haste. "),
    Words("请说明原因。", "Please say why. "),
    Words("请到会汇报。", "Please report in person. "),
)
WITH_REASON = frozenset({Act.SEND_BACK, Act.EXTEND, Act.HAND_OVER, Act.SUSPEND, Act.REOPEN})


@register.simple_tag(takes_context=True)
def act_word(context: Context, act: Act) -> str:
    return VERBS[act].lang(language_in(context))


@register.simple_tag(takes_context=True)
def evidence_word(context: Context, name: str) -> str:
    return EVIDENCE[name].lang(language_in(context))


@register.simple_tag(takes_context=True)
def phrases(context: Context) -> list[str]:
    """What leaders write most."""
    return [one.lang(language_in(context)) for one in PHRASES]


@register.simple_tag
def needs_reason(act: Act) -> bool:
    return act in WITH_REASON


@register.simple_tag
def is_chosen(step: Step, posted: Mapping[str, str], first: bool) -> bool:
    """Whether the choice of a step is made: by what was posted, else the first is."""
    return posted["step"].partition("/")[0] == step.name if "step" in posted else first


@register.simple_tag(takes_context=True)
def part_field(
    context: Context, county: str, figures: Sequence[Any], place: int, amount: float, posted: Mapping[str, Any]
) -> SafeString:
    """The input of one county's part of one promise; a rate is no amount, and each county keeps it as it is."""
    figure = figures[place]
    name = f"part/{county}/{figure.promise}"
    if figure.promise in context["form"]["rates"]:
        return format_html('<input type="hidden" name="{}" value="{}">{}', name, repr(amount), figure.promised)
    label = f"{unit_called(county)} {figure.name.words}"
    return format_html(
        '<input class="in few" name="{}" value="{}" inputmode="decimal" aria-label="{}">',
        name, posted.get(name) or number(amount).replace(",", ""), label,
    )  # fmt: skip
