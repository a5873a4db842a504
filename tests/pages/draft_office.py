"""Somebody of the office who makes a plan of a document, at a browser without scripts."""

from __future__ import annotations

from html import unescape
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.bureau import OFFICE, Bureau
from tests.web.published import PLAN
from yaodian.web.plans.models import PlanDraft
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.planfile.reading import plan_from_yaml

SHIPPED = shipped_folder() / "plans" / "2020.txt"


class Office:
    """Somebody of the office at a browser without scripts; counts what is posted."""

    def __init__(self, bureau: Bureau, unit: str = OFFICE) -> None:
        self.client, self.posts = Client(), 0
        self.client.force_login(bureau.accounts[unit])

    def upload(self, text: str | bytes, name: str = "要点.txt") -> Any:
        data = text.encode() if isinstance(text, str) else text
        self.posts += 1
        return self.client.post("/plan/new", {"file": SimpleUploadedFile(name, data)})

    def decide(self, then: str = "review", version: int | None = None, **fields: str) -> Any:
        draft = draft_there()
        self.posts += 1
        given = {"version": draft.version if version is None else version, "then": then, **fields}
        return self.client.post(f"/plan/new/{draft.pk}/decide", given)

    def see(self, page: str) -> str:
        answer = self.client.get(f"/plan/new/{draft_there().pk}/{page}")
        assert answer.status_code == 200
        return unescape(answer.content.decode())

    def publish(self) -> Any:
        draft = draft_there()
        self.posts += 1
        return self.client.post(f"/plan/new/{draft.pk}/publish", {"version": draft.version})

    def accepted(self, text: str = PLAN) -> None:
        """A draft all of whose proposals were accepted."""
        self.upload(text)
        self.decide(all="proposals")
        self.decide("bind", all="bind")


def draft_there() -> PlanDraft:
    return PlanDraft.objects.get(edition=None)


def decided() -> dict[str, Any]:
    return {key: told["value"] for key, told in draft_there().decisions.items()}


def measure(words: str) -> Any:
    """The measure of the draft that says these words."""
    plan = plan_from_yaml(draft_there().plan_file, "draft")
    return next(one for _, _, one in plan.measures() if words in one.text)
