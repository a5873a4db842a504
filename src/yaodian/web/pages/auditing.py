"""审计页: the audit administrator reads who did or read what, and has the chain walked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse

from yaodian.domain.entry import Act
from yaodian.domain.finding import Words
from yaodian.web.accounts.policy import Doing
from yaodian.web.audit.models import AuditRow
from yaodian.web.audit.reading import VERIFY, chain, data_of, rows_before, verified
from yaodian.web.pages.page import Visit, page

A_PAGE = 25
ACTS: Mapping[str, Words] = {
    "sign_in": Words("登录", "signed in"),
    "read:evidence": Words("看佐证", "read evidence"),
    "make_account": Words("建账号", "made an account"),
    "close_account": Words("停用账号", "closed an account"),
    "open_account": Words("启用账号", "opened an account"),
    "give_password": Words("重设密码", "gave a password"),
    "change_password": Words("改密码", "changed the password"),
    "link_account": Words("关联登录", "linked a sign-in"),
    "link_person": Words("关联本人档案", "linked a person's record"),
    "unlink_person": Words("解除本人档案", "ended a link to a record"),
    "hand_over_file": Words("交登记文件", "handed over a file"),
    "load_file": Words("装登记文件", "loaded a file"),
    "accept_platform": Words("平台自身验收", "examined the platform"),
    "give_duty": Words("授予职务", "gave a duty"),
    "end_duty": Words("结束职务", "ended a duty"),
    "set_second_factor": Words("设第二步", "set a second factor"),
    "remove_second_factor": Words("停用第二步", "removed the second factor"),
    "reset_second_factor": Words("重设第二步", "reset a second factor"),
    "new_recovery_codes": Words("换备用码", "took new recovery codes"),
    "end_sessions": Words("退出会话", "ended sessions"),
    "make_token": Words("新令牌", "made a token"),
    "revoke_token": Words("停用令牌", "revoked a token"),
    "make_calendar_key": Words("给日历地址", "gave a calendar address"),
    "revoke_calendar_key": Words("停用日历地址", "revoked a calendar address"),
    "publish_plan": Words("下达要点", "published a plan"),
    "draft_plan": Words("读取要点", "read a plan into a draft"),
    "decide_draft": Words("改要点草稿", "decided on a draft"),
    "discard_draft": Words("丢弃要点草稿", "discarded a draft"),
    "draft_bulletin": Words("起草通报", "drafted a bulletin"),
    "sign_bulletin": Words("签发通报", "signed a bulletin"),
    "issue_bulletin": Words("印发通报", "issued a bulletin"),
    "supervision_notice": Words("出督办单", "wrote a supervision notice"),
    "yearly_file": Words("出年度档案", "wrote the yearly file"),
    "hand_in": Words("交回表格", "handed a form in"),
    "hand_out": Words("发演示账号", "handed out demonstration accounts"),
    "remind": Words("提醒", "reminded"),
    "back_up": Words("备份", "backed up"),
    VERIFY: Words("查验审计", "verified the audit"),
    **{f"entry:{act.value}": act.words for act in Act},
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it is shown."""

    row: AuditRow
    act: Words
    told: str


@page("audit", policy=Doing.READ_AUDIT)
def audit(visit: Visit) -> HttpResponse:
    """Rows by actor, act, subject and day, newest first, and the state of the chain."""
    asked = {name: visit.request.GET.get(name, "").strip() for name in ("actor", "act", "subject", "day")}
    before = visit.request.GET.get("before", "")
    rows = rows_before(
        int(before) if before.isdecimal() and len(before) < 19 else None, A_PAGE + 1, actor=asked["actor"],
        act=asked["act"], subject=asked["subject"], day=_day(asked["day"]),
    )  # fmt: skip
    shown = [Line(row, ACTS.get(row.act, Words(row.act, row.act)), _told(data_of(row))) for row in rows[:A_PAGE]]
    known = chain()
    older = shown[-1].row.pk if len(rows) > A_PAGE else None
    return visit.show(
        "audit", lines=shown, older=older, before=before, asked=asked, is_filtered=any(asked.values()),
        acts=sorted(ACTS.items()), chain=known, total=known.sealed + known.waiting,
    )  # fmt: skip


@page("audit/verify", policy=Doing.READ_AUDIT, writes=True, under="audit")
def verify_audit(visit: Visit) -> HttpResponse:
    """Walk the whole chain now."""
    fault = verified(actor=visit.account.login, at=visit.at)
    holds = Words("审计链相符，没有被改动", "The chain holds: nothing was changed")
    return visit.go("audit", said=Words(fault, fault) if fault else holds)


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None


def _told(data: Mapping[str, Any]) -> str:
    return "\u2003".join(f"{name} {value}" for name, value in data.items() if value not in (None, ""))
