"""A browser that is missing is installed with its fonts, or asked for in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import browser, debian


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, ...]]:
    """A machine with neither browser nor fonts; what was to be installed there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "FONTS", tmp_path / "fonts")
    wanted: list[tuple[str, ...]] = []

    def install(*packages: str) -> bool:
        wanted.append(packages)
        return False

    monkeypatch.setattr(debian, "install", install)
    return wanted


def test_a_machine_that_installs_nothing_is_told_what_is_missing(asked: list[tuple[str, ...]]) -> None:
    with pytest.raises(SystemExit, match="install the packages chromium and fonts-noto-cjk"):
        browser.program()
    assert asked == [("chromium", "fonts-noto-cjk")]


def test_only_what_is_missing_is_installed(asked: list[tuple[str, ...]], tmp_path: Path) -> None:
    program = tmp_path / "chromium"
    program.touch(mode=0o755)
    with pytest.raises(SystemExit):
        browser.program()
    assert asked == [("fonts-noto-cjk",)]
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "NotoSansCJK-Regular.ttc").touch()
    assert browser.program() == str(program) and len(asked) == 1


def test_without_apt_nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert not debian.install("chromium")
