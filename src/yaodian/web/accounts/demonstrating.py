"""演示时钟: a demonstration may be shown on a day of its simulated year."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.simulated import is_simulated
from yaodian.web.clock import HERE


def shift_to(today: datetime) -> timedelta:
    """By how much the clock is put so that it is nine in the morning of that day; Refusal outside a demonstration."""
    if not is_simulated():
        raise Refusal(
            Words("只有演示数据可以指定今天；请去掉 --today", "only a demonstration takes --today: leave it out")
        )
    return datetime.combine(today.date(), time(9), HERE) - datetime.now(HERE)
