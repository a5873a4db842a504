"""读取: the bytes of an uploaded file made a plan with ids. The text is kept as it was read, to the last sign."""

from __future__ import annotations

from collections.abc import Callable

from yaodian.compiler.pipeline import plan_in
from yaodian.compiler.read import read_bytes
from yaodian.domain.bureau import Bureau
from yaodian.domain.finding import Refusal, Words
from yaodian.domain.plan import Plan
from yaodian.workspace.planfile.identity import with_ids
from yaodian.workspace.planfile.onto import compile_onto
from yaodian.workspace.planfile.reading import is_plan_file, plan_from_yaml
from yaodian.workspace.plans import shipped_catalogue

LONGEST_TEXT = 200_000
LONGEST_PLAN_FILE = 1_000_000
"""Characters. A plan has about 8,000 and its plan file 100,000; what is longer would hold up everybody else."""


Former = Callable[[int], Plan | None]
"""The plan that was published last for a year."""


def drafted(data: bytes, name: str, bureau: Bureau, former: Former) -> Plan:
    """The plan that a file holds: a document is compiled and takes over the ids of its year's `former` edition, a plan file
    is read as it stands. Refusal where nothing can be made of it."""
    text = data.decode("utf-8-sig", "replace") if name.lower().endswith((".yaml", ".yml")) else ""
    plan = _from_plan_file(text, name) if is_plan_file(text) else _from_document(data, name, bureau, former)
    if not plan.tasks:
        raise Refusal(
            Words(
                f"“{name}”里没有读出任务；任务请编号，例如“1.提高教学质量。”",
                f"no task was found in {name!r}: number the tasks, as in “1.提高教学质量。”",
            )
        )
    if plan.year is None:
        raise Refusal(
            Words(
                f"“{name}”没有写年度；请在标题里写明，例如“2020年教育工作要点”",
                f"{name!r} names no year: write it in the title, as in “2020年教育工作要点”",
            )
        )
    return with_ids(plan)


def _from_plan_file(text: str, name: str) -> Plan:
    if len(text) > LONGEST_PLAN_FILE:
        raise _too_long(name, LONGEST_PLAN_FILE)
    return plan_from_yaml(text, name)


def _from_document(data: bytes, name: str, bureau: Bureau, former: Former) -> Plan:
    source = read_bytes(data, name)
    if len(source.text) > LONGEST_TEXT:
        raise _too_long(name, LONGEST_TEXT)
    plan = plan_in(source, shipped_catalogue(), bureau)
    before = former(plan.year) if plan.year else None
    return compile_onto(before, plan)[0] if before else plan


def _too_long(name: str, limit: int) -> Refusal:
    return Refusal(
        Words(
            f"“{name}”超过{limit // 10_000}万字，不像一份要点；请只留要点正文",
            f"{name!r} has more than {limit:,} characters, which no plan has: leave the plan only",
        )
    )
