"""语言: in which language a page speaks: Chinese, unless its reader chose English."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest

Language = Literal["zh", "en"]


def language_of(request: HttpRequest) -> Language:
    return "en" if request.COOKIES.get("lang") == "en" else "zh"
