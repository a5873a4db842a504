"""How fast a plan is compiled: against jieba's segmentation and a pass of regexes over the same text, and from a cold start.

`python -m tools.bench` writes out/bars/bench.json and prints a table.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from statistics import median

import jieba

from tools.bars import ROOT, Bar, in_turn, ratio, seconds, show, write
from yaodian.compiler.lint import lint
from yaodian.compiler.parse import parse
from yaodian.compiler.read import read
from yaodian.compiler.resolve import resolve
from yaodian.domain.finding import Finding
from yaodian.workspace.bureau import load_bureau
from yaodian.workspace.plans import shipped_catalogue

RUNS, STARTS = 21, 9
SHARED = Path(os.environ.get("YAODIAN_SHARED") or ROOT.parent / "shared")
FOUNDING = SHARED / "seed" / "zunyi-2020.txt"
SHIPPED = ROOT / "src" / "yaodian" / "bureaus" / "zunyi" / "plans" / "2020.txt"
# what a short script would look for, each with the words that it would keep
REGEXES = (
    re.compile(r"^\s*(\d{1,3})\s*[.、．]\s*([^。\n]+)", re.MULTILINE),
    re.compile(r"[(（〔\[【]\s*(?:责任|牵头|配合)[^:：)）]*[:：]((?:[^()（）]|[(（][^()（）]*[)）])*)[)）〕\]】]"),
    re.compile(r"《([^《》]+)》"),
    re.compile(r"(\d+(?:\.\d+)?)\s*(万|亿)?\s*(个百分点|万元|所|个|名|人|次|场|期|%|％|‰|元)"),
    re.compile(r"([一二三四五六七八九十]{1,2})是([^。;；]+)"),
)


def the_plan() -> Path:
    return FOUNDING if FOUNDING.is_file() else SHIPPED


def document_bars(path: Path) -> list[Bar]:
    """The compiler's time for one document against segmentation and against regexes."""
    catalogue, bureau = shipped_catalogue(), load_bureau()
    text = read(path).text

    def compiled() -> tuple[Finding, ...]:
        return lint(resolve(parse(read(path)), catalogue, bureau), catalogue, bureau, linked=False)

    def segmented() -> list[str]:
        words: list[str] = jieba.lcut(text)
        return words

    def matched() -> list[list[str]]:
        return [regex.findall(text) for regex in REGEXES]

    jieba.initialize()
    said = f"read, parse, resolve and lint {len(text)} characters, {'the founding' if path == FOUNDING else 'the shipped'} plan"
    bars = []
    for name, other, limit, what in (
        ("compile.document_vs_jieba", segmented, 1.0, "one jieba.lcut with its dictionary loaded"),
        ("compile.document_vs_regex", matched, 12.0, "one pass of five regexes"),
    ):
        samples = in_turn(compiled, other, RUNS)
        bars.append(Bar(name, ratio(samples), limit, "ratio", RUNS, samples, f"{said}, against {what}"))
    return bars


def cold_start_bar(path: Path) -> Bar:
    """Seconds of `yaodian read FILE --format json` in fresh processes."""
    command = [Path(sys.executable).parent / "yaodian", "read", path, "--format", "json"]

    def start() -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    start()
    taken = [round(seconds(start), 4) for _ in range(STARTS)]
    says = "yaodian read FILE --format json in a fresh process"
    return Bar("cli.cold_start_seconds", round(median(taken), 3), 0.6, "seconds", STARTS, {"ours": taken}, says)


def main() -> None:
    path = the_plan()
    bars = [*document_bars(path), cold_start_bar(path)]
    show(bars)
    sys.stdout.write(f"{write('bench', bars).relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
