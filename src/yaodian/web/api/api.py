"""接口: the API's frame: how one signs in, how often one may ask, and what every refusal looks like."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Router
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError
from ninja.renderers import JSONRenderer
from ninja.security import HttpBearer, SessionAuth
from ninja.throttling import AnonRateThrottle, AuthRateThrottle
from ninja.utils import check_csrf

from yaodian.domain.finding import NotFound, Refusal, Words
from yaodian.web import clock
from yaodian.web.accounts.models import Account
from yaodian.web.accounts.policy import NotAllowed, standing
from yaodian.web.accounts.tokens import account_of
from yaodian.web.api.problem import MEDIA_TYPE, TITLES, Conflict, Problem, nothing_here, problem
from yaodian.web.work.reading import without_person
from yaodian.web.work.services import Stale

SIGNED_IN, ANYONE = "signed_in", "anyone"


class Bearer(HttpBearer):
    """A program's token."""

    def authenticate(self, request: HttpRequest, token: str) -> Account | None:
        return account_of(token, clock.now())


class Session(SessionAuth):
    """A signed-in browser; its writes carry the CSRF token."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Account | None:
        user = request.user
        if not isinstance(user, Account) or not user.is_active:
            return None
        if check_csrf(request):
            raise NotAllowed(
                Words("请在写操作里带上登录时给的X-CSRFToken", "send the X-CSRFToken told at sign-in with each write")
            )
        return user


def account_in(request: HttpRequest) -> Account:
    """Whose request it is, on an operation that asks for a sign-in."""
    account = getattr(request, "auth", None)
    assert isinstance(account, Account)
    return account


class InChinese(JSONRenderer):
    """JSON that writes Chinese as it is read."""

    json_dumps_params = MappingProxyType({"ensure_ascii": False})


class Api(NinjaAPI):
    """The API with its problems in the schema."""

    def get_openapi_schema(self, **given: Any) -> Any:
        schema = super().get_openapi_schema(**given)
        for form in (Problem, Conflict):
            schema["components"]["schemas"][form.__name__] = form.model_json_schema()
        return schema


class Routes(Router):
    """A router on which every operation says whom it is for (its `policy`) and which problems it may answer with."""

    def operation(
        self, method: str, path: str, *, policy: str, problems: tuple[int, ...] = (), **more: Any
    ) -> Callable[..., Any]:
        """Declare an operation: `policy` is ANYONE, SIGNED_IN, or what `accounts.policy` asks before it does anything."""
        signed_in = () if policy == ANYONE else (401,) if method == "GET" else (401, 403)
        statuses = sorted({*problems, *signed_in, 400, 422, 429})
        extra = {"responses": {status: _problem_told(status) for status in statuses}, "x-policy": policy}
        auth = None if policy == ANYONE else (Bearer(), Session(csrf=False))

        def declare(view: Callable[..., Any]) -> Callable[..., Any]:
            name = view.__name__
            return self.api_operation([method], path, auth=auth, openapi_extra=extra, operation_id=name, **more)(view)

        return declare


def _problem_told(status: int) -> dict[str, Any]:
    form = Conflict if status == 409 else Problem
    schema = {"$ref": f"#/components/schemas/{form.__name__}"}
    return {"description": TITLES[status].en, "content": {MEDIA_TYPE: {"schema": schema}}}


def made() -> NinjaAPI:
    """The API with its ways of refusing."""
    api = Api(
        title="要点 Yaodian",
        version="1",
        description="工作要点的督办：要点、事项、个案、记录、通知、审计。",
        docs_url=None,
        renderer=InChinese(),
        throttle=[AnonRateThrottle("60/m"), AuthRateThrottle("3000/m")],
    )
    for error, answer in _ANSWERS:
        api.add_exception_handler(error, answer)
    return api


def _stale(request: HttpRequest, stale: Stale) -> HttpResponse:
    who = standing(account_in(request), clock.day_of(clock.now()))
    since = [
        {"number": e.number, "act": e.act.value, "at": e.at, "unit": e.by.unit, "data": dict(e.data)}
        for e in (without_person(one, who, stale.item) for one in stale.since)
    ]
    return problem(request, 409, stale.words, version=stale.item.version, since=since)


def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Which field, and what is wrong with it."""
    faults = [
        (".".join(str(part) for part in one["loc"][1:]) or str(one["loc"][0]), one["msg"]) for one in error.errors
    ]
    en = "; ".join(f"{where}: {what}" for where, what in faults)
    zh = "；".join(f"{where}不合要求（{what}）" for where, what in faults)
    return problem(request, 422, Words(zh, en))


def _not_signed_in(request: HttpRequest, error: Exception) -> HttpResponse:
    words = Words("请先登录，或带上有效的令牌", "sign in first, or send a valid token")
    return problem(request, 401, words, {"WWW-Authenticate": "Bearer"})


def _too_many(request: HttpRequest, error: Throttled) -> HttpResponse:
    seconds = str(int(error.wait or 60))
    words = Words(f"请求太多，请{seconds}秒后再试", f"too many requests: try again in {seconds} s")
    return problem(request, 429, words, {"Retry-After": seconds})


_ANSWERS: tuple[tuple[type[Exception], Callable[..., HttpResponse]], ...] = (
    (Stale, _stale),
    (NotAllowed, lambda request, error: problem(request, 404 if error.is_hidden else 403, error.words)),
    (NotFound, lambda request, error: problem(request, 404, error.words)),
    (Refusal, lambda request, error: problem(request, 422, error.words)),
    (ValidationError, _invalid),
    (AuthenticationError, _not_signed_in),
    (Throttled, _too_many),
    (Http404, lambda request, error: nothing_here(request)),
    (HttpError, lambda request, error: problem(request, error.status_code, Words(str(error), str(error)))),
)
