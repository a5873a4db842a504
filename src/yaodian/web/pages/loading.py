"""装登记页: a register's file handed over where the register stands: checked, its faults by cause, then loaded."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from yaodian.declare.register import Register
from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.web.accounts.policy import Doing
from yaodian.web.installation import indicators
from yaodian.web.pages.page import Visit, page
from yaodian.web.registers.uploading import MOST_BYTES, hand_over, load_checked, wrong_rows
from yaodian.workspace.evidence.media import Media


@page("register/<str:register>/file", policy=Doing.LOAD_REGISTERS, writes=True, under="registers")
def new_file(visit: Visit, register: str) -> HttpResponse:
    posted, file = visit.request.POST, visit.request.FILES.get("file")
    if register not in indicators().catalogue.of(Register):
        raise NotFound(Words(f"没有登记簿“{register}”", f"there is no register {register}"))
    if file is None:
        raise Refusal(Words("请选一个文件", "choose a file"))
    hand_over(
        by=visit.account, register=register, name=str(file.name), data=file.read(MOST_BYTES + 1), at=visit.at,
        on=_day(posted.get("on", "")), invented=posted.get("invented") == "yes",
    )  # fmt: skip
    return visit.go("register", register, said=Words("已收下，正在排队检查", "Kept; it is checked at the next tick"))


@page("register/<str:register>/file/<str:file>/load", policy=Doing.LOAD_REGISTERS, writes=True, under="registers")
def load_given(visit: Visit, register: str, file: str) -> HttpResponse:
    load_checked(by=visit.account, register=register, id=file, at=visit.at)
    return visit.go("register", register, said=Words("正在排队装入", "It is loaded at the next tick"))


@page("register/<str:register>/file/<str:file>/wrong", policy=Doing.LOAD_REGISTERS, writes=True, under="registers")
def wrong_given(visit: Visit, register: str, file: str) -> HttpResponse:
    """下载错误行: asked for by posting, as it is audited."""
    name, content = wrong_rows(by=visit.account, register=register, id=file, at=visit.at)
    answer = HttpResponse(content, content_type=Media.XLSX.value)
    answer.headers["Content-Disposition"] = content_disposition_header(True, f"{name}{Media.XLSX.suffix}")
    return answer


def _day(told: str) -> date:
    try:
        return date.fromisoformat(told)
    except ValueError:
        raise Refusal(Words("数据日期请写成 2020-09-01", "write the day of the data as 2020-09-01")) from None
