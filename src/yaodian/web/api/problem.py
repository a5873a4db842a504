"""问题: every refusal of the API as problem details (RFC 9457), in Chinese and English."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Schema

from yaodian.domain.finding import Words

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: Words("请求有误", "bad request"),
    401: Words("没有登录", "not signed in"),
    403: Words("不能办理", "not allowed"),
    404: Words("没有找到", "not found"),
    409: Words("已有人先办", "someone went on meanwhile"),
    415: Words("格式不支持", "unsupported media type"),
    422: Words("不能这样办", "cannot be done so"),
    429: Words("请求太多", "too many requests"),
    500: Words("程序出错", "internal error"),
}


class Problem(Schema):
    """What, where and how to repair it. `title` and `detail` are in the language asked for, `words` in both."""

    type: str
    title: str
    status: int
    detail: str
    words: dict[str, str]


class Conflict(Problem):
    """Of a write on an old version: the present one, and the entries that came between."""

    version: int
    since: list[dict[str, Any]]


def problem(
    request: HttpRequest, status: int, words: Words, headers: Mapping[str, str] | None = None, **more: Any
) -> HttpResponse:
    """A refusal as the answer to a request."""
    lang = "en" if request.headers.get("Accept-Language", "").lower().startswith("en") else "zh"
    told = {
        "type": "about:blank",
        "title": TITLES[status].lang(lang),
        "status": status,
        "detail": words.lang(lang),
        "words": {"zh": words.zh, "en": words.en},
        **more,
    }
    body = json.dumps(told, ensure_ascii=False, default=str)
    return HttpResponse(body, status=status, content_type=MEDIA_TYPE, headers=dict(headers or {}))


def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """What is told at an address that the API does not have."""
    return problem(request, 404, Words("没有这个地址", "there is nothing at this address"))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What is told of a request that is none of ours (a wrong host, a body that is too large)."""
    return problem(request, 400, Words("请求有误，未作处理", "the request is malformed and was not looked at"))


def broken(request: HttpRequest) -> HttpResponse:
    """What is told where the program itself is at fault."""
    words = Words(
        "程序出错，已记下；什么也没有写入，请稍后再试",
        "the program failed and noted it; nothing was written, try again",
    )
    return problem(request, 500, words)


def too_many_tries(request: HttpRequest) -> HttpResponse:
    """What is told after too many wrong passwords or codes."""
    words = Words(
        "密码错误次数太多，账号暂时锁定，请半小时后再试", "too many wrong passwords: try again in half an hour"
    )
    return problem(request, 429, words, {"Retry-After": "1800"})
