"""适龄: who is of age is told by the boundary day, itself included."""

from __future__ import annotations

from datetime import date

import pytest

from yaodian.domain.finding import NotFound
from yaodian.workspace.linking import born_between, programme_called


@pytest.mark.parametrize(
    ("on", "first", "last"),
    [
        (date(2020, 8, 31), date(2004, 9, 1), date(2014, 8, 31)),
        (date(2020, 8, 30), date(2003, 9, 1), date(2013, 8, 31)),
        (date(2021, 2, 28), date(2004, 9, 1), date(2014, 8, 31)),
    ],
)
def test_those_of_age_are_born_between_two_days(on: date, first: date, last: date) -> None:
    assert born_between(6, 15, on) == (first, last)


def test_a_programme_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(NotFound, match="never_enrolled（失学）"):
        programme_called("失业")
