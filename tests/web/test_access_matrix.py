"""Every route × every seat × work of its own unit, of units above, below and beside it: nothing leaks."""

from __future__ import annotations

import zipfile
from io import BytesIO
from itertools import product
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.bureau import SEATS, Bureau
from tests.web.test_api import V1, Caller
from tests.web.test_policy import may_see
from yaodian.domain.access import Purpose
from yaodian.web.urls import api
from yaodian.web.work.writing import Opening

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
UNITS = list(SEATS)
CANARY = "CANARY-child-{}"
UNIT_EXPORTS = ("/units/{}/ledger.xlsx", "/units/{}/due-form.xlsx")
SHAPES = ("item", "case", "case about a child")
LISTS = ("/items?limit=200", "/items?is_open=true&limit=200", "/notices?limit=200")


def _is_export(answer: Any, expected: bool) -> bool:
    """Whether the answer is a workbook where one is expected, without anyone's name in its cells; else a refusal."""
    if not expected:
        return answer.status_code == 403 and "标题" not in answer.content.decode()
    content = b"".join(answer.streaming_content)
    with zipfile.ZipFile(BytesIO(content)) as book:
        cells = b"".join(book.read(name) for name in book.namelist())
    return answer.status_code == 200 and b"CANARY" not in cells and "标题".encode() in cells


def subject_routes() -> list[tuple[str, str]]:
    """(method, path) of every operation that names a subject, from the API's own schema."""
    return [
        (method, path.removeprefix("/api/v1"))
        for path, methods in api.get_openapi_schema()["paths"].items()
        for method in methods
        if "{subject}" in path
    ]


def body_for(path: str, unit: str) -> dict[str, Any]:
    if path.endswith("/split"):
        return {"unit": unit, "version": 1, "parts": {unit: {"p1": 10}}}
    return {"unit": unit, "act": "instruct", "version": 1, "data": {"text": "看"}}


def test_no_route_shows_or_changes_what_a_seat_may_not_see(bureau: Bureau) -> None:
    subjects = {}
    for owner, shape in product(UNITS, SHAPES):
        name = f"{owner}.{SHAPES.index(shape)}"
        person = CANARY.format(name) if shape == SHAPES[2] else ""
        opening = Opening(person=person, purpose=Purpose.DROPOUT_PREVENTION.value if person else "")
        more = {"person": person} if person else {}
        bureau.item(name, owner, opening, kind="assurance", title=f"标题{name}", is_case=shape != "item", **more)
        subjects[owner, shape] = name
    routes, checks, leaks = subject_routes(), 0, list[Any]()
    assert len(routes) >= 4
    for viewer in UNITS:
        caller = Caller(bureau.accounts[viewer])
        lists = [caller.get(path).content.decode() for path in LISTS]
        cache.clear()
        for (owner, shape), name in subjects.items():
            expected = may_see(viewer, owner, shape != "item")
            answers = [_asked(caller, method, path, name, viewer) for method, path in routes]
            cache.clear()
            for answer in answers:
                told = answer.content.decode()
                is_there = answer.status_code != 404 or "no such evidence" in told  # it is seen, the file is not there
                ok = is_there is expected and (expected or f"标题{name}" not in told)
                leaks += [] if ok and "CANARY" not in told else [(viewer, owner, shape, answer.status_code)]
            leaks += [(viewer, owner, shape, "list") for text in lists[:2] if (f'"{name}"' in text) is not expected]
            leaks += [(viewer, owner, shape, "canary") for text in lists if "CANARY" in text]
            checks += 2 * len(answers) + 5
        for owner in UNITS:
            for path in UNIT_EXPORTS:
                answer = caller.get(path.format(owner))
                leaks += (
                    []
                    if _is_export(answer, may_see(viewer, owner, False))
                    else [(viewer, owner, path, answer.status_code)]
                )
                checks += 2
            cache.clear()
    assert not leaks, leaks[:5]
    assert checks >= 5_000, checks


def _asked(caller: Caller, method: str, path: str, name: str, viewer: str) -> Any:
    """A well-formed request to a route, so that what decides the answer is who asks."""
    path, key = (
        path.replace("{subject}", name).replace("{sha256}", "a" * 64),
        f"key-{name}-{path[-5:]}".replace("/", "-"),
    )
    if method == "get":
        return caller.get(path)
    if path.endswith("/evidence"):  # of a kind that there is not: no file is looked at
        form = {
            "unit": viewer,
            "step": "found",
            "evidence": "none",
            "version": 1,
            "file": SimpleUploadedFile("a.png", b"a"),
        }
        return caller.client.post(V1 + path, form, headers={**caller.headers, "Idempotency-Key": key})
    return caller.post(path, body_for(path, viewer), key=key)
