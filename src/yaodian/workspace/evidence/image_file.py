"""图片: decoded and encoded again, turned as it was taken, without place, time and device, and without what hung behind it."""

from __future__ import annotations

import io
import struct

from PIL import Image, ImageOps

from yaodian.compiler.read.refusal import refusal
from yaodian.workspace.evidence.limits import MAX_PIXELS, MAX_SIDE
from yaodian.workspace.evidence.media import Media

QUALITY = 90
PNG_LEVEL = 3
"""Level 6 takes three times as long and saves a tenth."""
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
    if image.width * image.height > MAX_PIXELS or max(image.size) > MAX_SIDE:
        raise refusal(
            name,
            f"有{image.width}×{image.height}像素，太大，请缩小到{MAX_PIXELS // 10_000}万像素以内",
            f"has {image.width}×{image.height} pixels, so scale it down to {MAX_PIXELS // 1_000_000} million at most",
        )
    media = Media.PNG if image.format == "PNG" else Media.JPEG
    image.load()
    ImageOps.exif_transpose(image, in_place=True)
    image.info = {key: value for key, value in image.info.items() if key == "transparency"}
    out = io.BytesIO()
    if media is Media.PNG:
        image.save(out, "PNG", compress_level=PNG_LEVEL, exif=b"")
    else:
        (image if image.mode in JPEG_MODES else image.convert("RGB")).save(out, "JPEG", quality=QUALITY)
    return media, out.getvalue()
