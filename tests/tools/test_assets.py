"""The scripts of the pages are built from what the lock names, once, with the machine's npm or the one that a package brings."""

from __future__ import annotations

import json
import subprocess

import pytest

from tools import assets


def test_scripts_are_built_with_the_licences_of_all_they_hold_and_only_once(capsys: pytest.CaptureFixture[str]) -> None:
    assets.build()
    licences = assets.LICENCES.read_text(encoding="utf-8")
    assert {"==== echarts: LICENSE ====", "==== echarts: NOTICE ====", "==== zrender: LICENSE ===="} <= set(
        licences.splitlines()
    )
    built = {path: path.stat().st_mtime_ns for path in assets.BUILT.iterdir()}
    capsys.readouterr()
    assets.build()
    assert {path: path.stat().st_mtime_ns for path in assets.BUILT.iterdir()} == built
    assert capsys.readouterr().out == ""


def test_the_lock_names_a_hash_for_each_package_and_no_address() -> None:
    packages = json.loads((assets.ASSETS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert len(packages) > 5
    assert all("integrity" in package and "resolved" not in package for path, package in packages.items() if path)


def test_where_the_machine_has_no_node_the_package_brings_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    npm, environment = assets.node()
    said = subprocess.run([*npm, "--version"], env=environment, capture_output=True, text=True, check=True)
    assert int(said.stdout.partition(".")[0]) >= 10
    assert subprocess.run(["node", "--version"], env=environment, capture_output=True, check=True).stdout
