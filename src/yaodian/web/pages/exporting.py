"""静态导出: all open pages and files as a folder that an existing site can carry: links are relative, nothing asks a server."""

from __future__ import annotations

import posixpath
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urldefrag

from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.urls import resolve, reverse

from yaodian.domain.finding import Refusal, Words
from yaodian.workspace.publish.pdf import PROGRAMS

OPEN, STATIC = "/open", "/static/"
LINK = re.compile(r'(?<=\s)(href|src)="(/[^"]*)"')


@dataclass
class Export:
    """The folder while it is written: what was asked for already, and what is still to be fetched."""

    folder: Path
    language: str
    waiting: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def write(self) -> Iterator[str]:
        """Everything that is reached from the front page and the catalogue; gives the name of each file."""
        for address in (reverse("open"), reverse("open_catalogue")):
            self.ask(address)
        while self.waiting:
            address = self.waiting.pop()
            name = file_of(address)
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self._content(address, name))
            yield name

    def ask(self, address: str) -> None:
        if address not in self.seen:
            self.seen.add(address)
            self.waiting.append(address)

    def _content(self, address: str, name: str) -> bytes:
        if address.startswith(STATIC):
            return _static(address.removeprefix(STATIC))
        answer = answered(address, self.language)
        if not answer.headers["Content-Type"].startswith("text/html"):
            return answer.content
        return LINK.sub(lambda link: self._relative(link, name), answer.content.decode()).encode()

    def _relative(self, link: re.Match[str], name: str) -> str:
        """The link as seen from the file `name`; what it leads to is asked for."""
        address, fragment = urldefrag(link[2])
        if not (address == OPEN or address.startswith((f"{OPEN}/", STATIC))):
            raise Refusal(
                Words(f"公开页{name}连到了{address}，导不出去", f"{name} leads to {address}, which is not open")
            )
        self.ask(address)
        told = posixpath.relpath(file_of(address), posixpath.dirname(name) or ".")
        return f'{link[1]}="{told}{"#" if fragment else ""}{fragment}"'


def file_of(address: str) -> str:
    """/open/plan/2020 → plan/2020/index.html; what has an ending keeps its name."""
    if address.startswith(STATIC):
        return address.removeprefix("/")
    name = address.removeprefix(OPEN).strip("/")
    return name if "." in posixpath.basename(name) else posixpath.join(name, "index.html")


def answered(address: str, language: str) -> HttpResponse:
    """What the site answers to somebody who is not signed in; Refusal where that is not 200."""
    request = HttpRequest()
    request.method, request.path, request.path_info = "GET", address, address
    request.COOKIES = {"lang": language}
    request.user, request.resolver_match = AnonymousUser(), resolve(address)
    request.is_exported, request.has_pdf = True, any(map(shutil.which, PROGRAMS))
    match = request.resolver_match
    answer: HttpResponse = match.func(request, *match.args, **match.kwargs)
    if answer.status_code != 200:
        raise Refusal(Words(f"{address} 导不出来（{answer.status_code}）", f"{address} answers {answer.status_code}"))
    return answer


def _static(name: str) -> bytes:
    found = finders.find(name)
    return Path(found or staticfiles_storage.path(name)).read_bytes()
