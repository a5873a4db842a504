"""佐证: files attached to subjects, and given out again to who may see them."""

from __future__ import annotations

from typing import Annotated

from django.http import FileResponse, HttpRequest
from ninja import File, Form, Status
from ninja.files import UploadedFile
from pydantic import Field

from yaodian.web import clock
from yaodian.web.accounts.policy import Doing
from yaodian.web.api.api import Routes, account_in
from yaodian.web.api.items import KeyHeader
from yaodian.web.api.schemas import Code, Id, ItemTold, Number
from yaodian.web.work.evidence import attach, given_out

routes = Routes(tags=["佐证"])


@routes.operation("POST", "/items/{subject}/evidence", policy=Doing.SEE, response={201: ItemTold}, problems=(404, 409))
def add_evidence(
    request: HttpRequest, subject: Id, key: KeyHeader, unit: Form[Code], step: Form[Code], evidence: Form[Code],
    version: Form[Number], file: File[UploadedFile],
) -> Status[ItemTold]:  # fmt: skip
    """Attach a file to a subject as evidence of its next step; it is checked, and images lose what a camera wrote in."""
    item = attach(
        account=account_in(request), unit=unit, subject=subject, step=step, evidence=evidence, name=file.name or "",
        data=file.read(), expected=version, key=key, at=clock.now(),
    )  # fmt: skip
    return Status(201, ItemTold.of(item))


@routes.operation("GET", "/items/{subject}/evidence/{sha256}", policy=Doing.SEE, problems=(403, 404))
def show_evidence(
    request: HttpRequest, subject: Id, sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
) -> FileResponse:
    """A file of a subject, to be saved, never to be shown within the page; the reading is audited first."""
    found = given_out(account=account_in(request), subject=subject, digest=sha256, at=clock.now())
    response = FileResponse(found.file, as_attachment=True, filename=found.name, content_type=found.media.value)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response
