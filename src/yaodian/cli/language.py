"""语言: Chinese by default, English with --lang en or YAODIAN_LANG=en; known before any help is written."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

LANGUAGES = ("zh", "en")


def chosen(argv: Sequence[str], preset: str = "") -> str:
    """The language that the arguments ask for, else the preset, else Chinese."""
    for at, word in enumerate(argv):
        if word.startswith("--lang="):
            return _known(word.partition("=")[2])
        if word == "--lang" and at + 1 < len(argv):
            return _known(argv[at + 1])
    return _known(preset)


def _known(code: str) -> str:
    return "en" if code.lower().startswith("en") else "zh"


def language() -> str:
    return chosen(sys.argv[1:], os.environ.get("YAODIAN_LANG", ""))


def say(zh: str, en: str) -> str:
    """The sentence in the language of this run."""
    return en if language() == "en" else zh
