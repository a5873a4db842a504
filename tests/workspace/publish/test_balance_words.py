"""均衡用语: figures that never stand on the other side of what they are held against, and columns below each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaodian.workspace.publish.balance_words import figure, money, pieces
from yaodian.workspace.publish.terminal_columns import aligned, columns


@pytest.mark.parametrize(
    ("value", "least", "most", "shown"),
    [
        (4.197, 4.2, None, "4.197"),
        (4.2, 4.2, None, "4.20"),
        (0.5004, None, 0.5, "0.5004"),
        (0.4999, None, 0.5, "0.4999"),
        (4057.332, None, None, "4,057.33"),
        (0.04865, None, None, "0.0486"),
    ],
)
def test_a_figure_has_the_decimals_that_its_verdict_needs(
    value: float, least: float | None, most: float | None, shown: str
) -> None:
    assert figure(value, least=least, most=most) == shown


@given(st.floats(0, 20), st.sampled_from((0.45, 0.5, 4.2, 5.8, 10.2)))
def test_no_figure_below_a_threshold_reads_as_reaching_it(value: float, least: float) -> None:
    shown = float(figure(value, least=least))
    assert (shown >= least) == (value >= least) or abs(value - least) < 1e-8 * least + 1e-8


@given(st.floats(0, 1e7))
def test_what_is_said_to_be_lacking_is_never_too_little(missing: float) -> None:
    assert float(pieces(missing).replace(",", "")) >= missing - 2e-8
    assert float(money(missing).replace(",", "")) >= missing - 2e-8


def test_columns_stand_below_each_other_though_characters_are_wide() -> None:
    lines = aligned([["学校", "在校生"], ["A", "1,200"], ["青禾一校", "9"]])
    assert lines == ["学校      在校生", "A          1,200", "青禾一校       9"]
    assert len({columns(line) for line in lines}) == 1
