"""原文标注: a draft's text line by line with what was understood of it marked, every sign of it once."""

from __future__ import annotations

from collections.abc import Iterator

from yaodian.workspace.drafting.reviewing import Review
from yaodian.workspace.publish.report.marking import Mark, lines_with


def marked_text(review: Review) -> list[tuple[int, str]]:
    """The number and the HTML of each line. Doubtful measures look `low`, numbers `num`, units `own`, documents `docu`."""
    marks = sorted(_marks(review), key=lambda mark: (mark.span.start, -mark.span.end))
    return list(lines_with(review.plan.source, [mark for mark in marks if mark.span], _opened, "</mark>"))


def _marks(review: Review) -> Iterator[Mark]:
    plan = review.plan
    yield from (Mark(section.span, "hd", "") for section in plan.sections)
    for task in plan.tasks:
        yield Mark(task.title_span, "hd", "")
        yield from (Mark(duty.span, "own", "") for duty in task.duties)
    for row in review.rows:
        yield Mark(row.measure.span, "low" if row.doubt else "", row.id)
        yield from (Mark(target.span, "num", "") for target in row.targets)
        yield from (Mark(document.span, "docu", "") for document in row.measure.documents)


def _opened(mark: Mark) -> str:
    look = f' class="{mark.look}"' if mark.look else ""
    return f'<mark{look} data-span="{mark.node}">' if mark.node else f"<mark{look}>"
