"""入口: signing in through another place: OpenID Connect by allauth, CAS by python-cas. Both end in `account_through`."""

from __future__ import annotations

import secrets
from typing import Any

import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from cas import CASClient
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from yaodian.domain.finding import Refusal, Words
from yaodian.web.accounts.doors import CAS, OIDC, Door, account_through, door_called
from yaodian.web.accounts.signing_in import Begun
from yaodian.web.clock import now
from yaodian.web.pages.page import ANYONE, Visit, page
from yaodian.web.pages.signing_in import back_in, on

BACK, STATE = "door_back", "door_state"
NOT_AS_AGREED = (
    requests.RequestException,
    LookupError,
    ValueError,
    SyntaxError,
)  # the last is of XML; CASError is a ValueError


@page("sign-in/with/<slug:name>", policy=ANYONE)
def sign_in_with(visit: Visit, name: str) -> HttpResponse:
    """Off to the other place, to come back to `came_back`."""
    door = door_called(name)
    visit.request.session[BACK] = back_in(visit.request)
    if door.kind == CAS:
        state = visit.request.session[STATE] = secrets.token_urlsafe(16)
        return HttpResponseRedirect(_cas(visit.request, door, state).get_login_url())
    try:
        return OAuth2LoginView.adapter_view(OidcAdapter(visit.request, name))(visit.request)
    except NOT_AS_AGREED as fault:
        raise Refusal(_failed(door)) from fault


@page("sign-in/with/<slug:name>/back", policy=ANYONE)
def came_back(visit: Visit, name: str) -> HttpResponse:
    """Back from the other place, with a ticket or a code that says who it is."""
    door = door_called(name)
    try:
        if door.kind == OIDC:
            return OAuth2CallbackView.adapter_view(OidcAdapter(visit.request, name))(visit.request)
        subject, claims = _vouched_for(visit.request, door)
    except NOT_AS_AGREED as fault:
        raise Refusal(_failed(door)) from fault
    return _arrived(visit, door, subject, claims.get(door.login_claim))


def _vouched_for(request: HttpRequest, door: Door) -> tuple[str, dict[str, Any]]:
    """Whose ticket came back, with what else CAS says of them; ValueError where it is not one that was asked for here."""
    state = request.session.pop(STATE, "")
    if not state or request.GET.get("state") != state:
        raise ValueError("a ticket that this session did not ask for")
    subject, claims, _ = _cas(request, door, state).verify_ticket(request.GET.get("ticket", ""))
    if not subject:
        raise ValueError("CAS does not know the ticket")
    return subject, claims or {}


def _cas(request: HttpRequest, door: Door, state: str) -> Any:
    """The CAS client that comes back to us with the state of this session."""
    address = request.build_absolute_uri(reverse("came_back", args=[door.id]))
    return CASClient(
        version=3, server_url=door.server, service_url=f"{address}?state={state}",
        session=get_adapter().get_requests_session(),
    )  # fmt: skip


def _arrived(visit: Visit, door: Door, subject: str, login: Any) -> HttpResponse:
    """Somebody whom the door vouches for."""
    account = account_through(door=door, subject=subject, login=str(login or ""), at=visit.at)
    back = visit.request.session.pop(BACK, "")
    return on(visit, Begun(account, door.id, back, gave_code=door.gives_second_factor))


def _failed(door: Door) -> Words:
    return Words(
        f"“{door.words.zh}”没有完成登录，请重试，或用密码登录",
        f"{door.words.en} did not complete the sign-in: try again, or use the password",
    )


class OidcAdapter(OpenIDConnectOAuth2Adapter):
    """allauth's client, coming back to our address."""

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        return request.build_absolute_uri(reverse("came_back", args=[self.provider_id]))


class OidcProvider(OpenIDConnectProvider):
    """A door, as allauth knows it."""

    oauth2_adapter_class = OidcAdapter
    pkce_enabled_default = True

    def get_default_scope(self) -> list[str]:
        return ["openid", "profile"]


class Outside(DefaultSocialAccountAdapter):
    """What allauth asks the installation: which doors there are, and what to do with who came through one."""

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> OidcProvider:
        door = door_called(provider)
        told = {"server_url": door.server, "uid_field": door.subject_claim}
        app = SocialApp(
            provider=OpenIDConnectProvider.id, provider_id=door.id, name=door.words.zh, client_id=door.client_id,
            secret=door.secret, settings=told,
        )  # fmt: skip
        return OidcProvider(request, app=app)

    def list_apps(self, request: HttpRequest, **sought: Any) -> list[SocialApp]:
        return []

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Whoever came takes our way in, not allauth's: the account is found, the next step follows."""
        door = door_called(sociallogin.account.provider)
        told = sociallogin.account.extra_data
        token, shown = told.get("id_token") or {}, told.get("userinfo") or {}
        if token and shown and token.get("sub") != shown.get("sub"):
            raise Refusal(_failed(door))
        claims = {**token, **shown}
        subject, login = sociallogin.account.uid, claims.get(door.login_claim)
        raise ImmediateHttpResponse(_arrived(Visit(request, now()), door, subject, login))

    def on_authentication_error(self, request: HttpRequest, provider: OidcProvider, **more: Any) -> None:
        raise Refusal(_failed(door_called(provider.app.provider_id)))
