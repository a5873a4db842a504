"""Coverage-guided fuzzing of the compiler: bytes → read → parse → resolve, with what must hold of every plan.

`make fuzz` runs it for a minute; arguments are libFuzzer's (`-max_total_time=600`, a folder of inputs, a crash file).
A file that the reader refuses in a sentence is fine, any other exception is a finding.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["yaodian"]):
    from yaodian.compiler.parse import parse
    from yaodian.compiler.read import read_bytes
    from yaodian.compiler.resolve import resolve
    from yaodian.domain.finding import Refusal
    from yaodian.domain.plan import Plan
    from yaodian.domain.text import Source
    from yaodian.workspace.plans import shipped_catalogue

ROOT = Path(__file__).parent.parent
LONGEST = 4096


def source_of(data: bytes) -> Source | None:
    """The source of the bytes; None where the reader refuses them."""
    try:
        return read_bytes(data, "fuzz.txt")
    except Refusal:
        return None


def one_input(data: bytes) -> None:
    source = source_of(data)
    if source is not None:
        check(resolve(parse(source), shipped_catalogue()))


def check(plan: Plan) -> None:
    """Pieces give the text back, measures stand in their tasks, actions and targets in their measures."""
    text = plan.source.text
    assert "".join(piece.span.of(text) for piece in plan.pieces) == text, "the pieces do not tile the text"
    for path, task, measure in plan.measures():
        assert task.span.contains(measure.span), f"{path} stands outside its task"
        assert measure.text == measure.span.of(text), f"{path} has other words than its span"
        for action in measure.actions:
            assert measure.span.contains(action.span), f"{path} has an action outside it"
            assert all(measure.span.contains(t.span) for t in action.targets), f"{path} has a target outside it"


def seeds(folder: Path) -> None:
    """Inputs to begin from: the invented plans, cut to the length that is tried."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted((ROOT / "tests" / "cases" / "plans").glob("*.txt")):
        (folder / path.name).write_bytes(path.read_bytes()[:LONGEST])
    for path in sorted((ROOT / "tests" / "golden").glob("*/*.txt")):
        words = path.read_text(encoding="utf-8").partition("\n----\n")[0]
        (folder / f"{path.parent.name}-{path.name}").write_bytes(words.encode())


def main(arguments: list[str]) -> None:
    corpus, findings = ROOT / "out" / "fuzz" / "inputs", ROOT / "out" / "fuzz" / "findings"
    seeds(corpus)
    findings.mkdir(parents=True, exist_ok=True)
    atheris.Setup(
        ["tools.fuzz", f"-max_len={LONGEST}", "-timeout=20", f"-artifact_prefix={findings}/", *arguments, str(corpus)],
        one_input,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
