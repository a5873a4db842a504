"""图片: decoded and encoded again, turned as it was taken, without place, time and device, and without what hung behind it."""

from __future__ import annotations

import io
import struct

from PIL import Image, ImageOps

from yaodian.compiler.read.refusal import refusal
from yaodian.workspace.evidence.limits import MAX_PIXELS, MAX_PNG_PIXELS, MAX_SIDE
from yaodian.workspace.evidence.media import Media

QUALITY = 90
PNG_LEVEL = 1
"""Level 3 takes nearly twice as long and saves a twentieth."""
JPEG_MODES = ("L", "RGB")
Image.MAX_IMAGE_PIXELS = None  # counted here, with a sentence


def re_encoded(data: bytes, name: str) -> tuple[Media, bytes]:
    """The image as it is kept. Refusal where it has too many pixels or is broken."""
    try:
        return _re_encoded(data, name)
    except (OSError, SyntaxError, ValueError, EOFError, struct.error):
        raise refusal(
            name, "已损坏或不完整，请重新拍摄或另存", "is damaged or incomplete, so take it or save it again"
        ) from None


def _re_encoded(data: bytes, name: str) -> tuple[Media, bytes]:
    image = Image.open(io.BytesIO(data), formats=("JPEG", "PNG"))
    media = Media.PNG if image.format == "PNG" else Media.JPEG
    _check_size(image, MAX_PNG_PIXELS if media is Media.PNG else MAX_PIXELS, name)
    image.load()
    ImageOps.exif_transpose(image, in_place=True)
    image.info = {key: value for key, value in image.info.items() if key == "transparency"}
    out = io.BytesIO()
    if media is Media.PNG:
        image.save(out, "PNG", compress_level=PNG_LEVEL, exif=b"")
    else:
        (image if image.mode in JPEG_MODES else image.convert("RGB")).save(out, "JPEG", quality=QUALITY)
    return media, out.getvalue()


def _check_size(image: Image.Image, most: int, name: str) -> None:
    """Before it is decoded."""
    if image.width * image.height > most or max(image.size) > MAX_SIDE:
        raise refusal(
            name,
            f"有{image.width}×{image.height}像素，太大，请缩小（jpg不超过{MAX_PIXELS // 10_000}万像素，"
            f"png不超过{MAX_PNG_PIXELS // 10_000}万）",
            f"has {image.width}×{image.height} pixels, so scale it down: at most {MAX_PIXELS // 100_000 / 10:g} million as "
            f"jpg, {MAX_PNG_PIXELS // 100_000 / 10:g} million as png",
        )
