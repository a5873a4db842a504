"""模拟佐证: small pictures that stand for evidence; one name gives one picture, another name another."""

from __future__ import annotations

import io
from hashlib import sha256

MARK = "模拟佐证.png"


def picture(name: str) -> bytes:
    """A picture of 4 × 8 dots coloured by the name's hash."""
    from PIL import Image  # noqa: PLC0415 - slow to import, and few commands draw

    dots = sha256(name.encode()).digest() * 3
    kept = io.BytesIO()
    Image.frombytes("RGB", (4, 8), dots).save(kept, "PNG")
    return kept.getvalue()
