"""存档: the pictures that simulated evidence is, put where evidence files are; not synced one by one, as nothing is lost with them."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from yaodian.web.installation import files
from yaodian.web.work.models import EvidenceFile
from yaodian.workspace.evidence.media import Media
from yaodian.workspace.simulation.papers import picture


class Filing:
    """Called with a name it keeps that name's picture and gives its hash; `file_all` writes the rows of all of them."""

    def __init__(self) -> None:
        self.sizes: dict[str, int] = {}

    def __call__(self, name: str) -> str:
        data = picture(name)
        digest = sha256(data).hexdigest()
        if digest not in self.sizes:
            path = files().path(digest)
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.write_bytes(data)
            self.sizes[digest] = len(data)
        return digest

    def file_all(self, at: datetime) -> None:
        rows = [EvidenceFile(sha256=s, media=Media.PNG.value, size=size, at=at) for s, size in self.sizes.items()]
        EvidenceFile.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
