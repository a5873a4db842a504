"""读音: names in simplified characters and by their sound, whole columns at once.

A sound is the name's syllables without tones, each filled up to six letters: of 李明 it is `li    ming  `.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

SYLLABLE = 6
"""Letters that each syllable takes, as many as the longest has."""
_CODES = 0x110000


def sounded(names: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Of each name its simplified form and its sound; null where it is null."""
    missing, ends = names.is_null(), _ends(pc.utf8_length(names.fill_null("")))
    codes = _codes(names)
    simple, syllables = _tables(codes)
    written = simple[codes]
    bytes_before = _ends(1 + (written >= 0x80) + (written >= 0x800) + (written >= 0x10000))  # in UTF-8
    return (
        _texts(written.tobytes().decode("utf-32-le").encode(), bytes_before[ends], missing),
        _texts(syllables[codes].tobytes(), ends * SYLLABLE, missing),
    )


def _ends(lengths: Any) -> Any:
    return np.concatenate([[0], np.cumsum(np.asarray(lengths), dtype=np.int64)])


def _codes(names: pa.Array) -> Any:
    """The code points of all names, one after the other."""
    _, offsets, text = names.buffers()
    if not len(names) or text is None:
        return np.empty(0, np.uint32)
    ends = np.frombuffer(offsets, np.int32)[names.offset : names.offset + len(names) + 1]
    return np.frombuffer(bytes(text[ends[0] : ends[-1]]).decode().encode("utf-32-le"), np.uint32)


def _tables(codes: Any) -> tuple[Any, Any]:
    """For each code point that occurs that of its simplified form, and its syllable."""
    occurs = np.zeros(_CODES, bool)
    occurs[codes] = True
    occurring = np.flatnonzero(occurs)
    simple, syllables = np.zeros(_CODES, np.uint32), np.zeros(_CODES, f"S{SYLLABLE}")
    heard = [_heard(code) for code in occurring.tolist()]
    simple[occurring] = [code for code, _ in heard]
    syllables[occurring] = [syllable for _, syllable in heard]
    return simple, syllables


@cache
def _heard(code: int) -> tuple[int, bytes]:
    """The code point of a character's simplified form, and its syllable; a character without one stands for itself."""
    simple = _simplifier().convert(chr(code))
    toned = unicodedata.normalize("NFD", _readings().get(ord(simple), simple).partition(",")[0])
    syllable = "".join(
        letter for letter in toned.replace("u\N{COMBINING DIAERESIS}", "v") if not unicodedata.combining(letter)
    )
    return ord(simple), syllable.encode().ljust(SYLLABLE)


@cache
def _simplifier() -> Any:
    import opencc  # noqa: PLC0415 - its dictionaries take long to load

    return opencc.OpenCC("t2s")


@cache
def _readings() -> dict[int, str]:
    """For each code point its readings, the usual first. This one file of pypinyin holds them: the package, once it is
    imported, holds some 40 MB of phrases besides, which no name needs."""
    file = Path(str(distribution("pypinyin").locate_file("pypinyin/pinyin_dict.json")))
    return {int(code): readings for code, readings in json.loads(file.read_text(encoding="utf-8")).items()}


def _texts(text: bytes, ends: Any, missing: pa.Array) -> pa.Array:
    """The texts that end one after the other at these bytes; null where missing."""
    whole = pa.StringArray.from_buffers(len(ends) - 1, pa.py_buffer(ends.astype(np.int32)), pa.py_buffer(text))
    return pc.if_else(missing, pa.scalar(None, pa.string()), whole)
