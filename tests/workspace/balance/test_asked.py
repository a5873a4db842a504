"""所问: a county by code, name or alias on a day; what is not known is refused with what is."""

from __future__ import annotations

from datetime import date

import pytest

from yaodian.domain.finding import Refusal
from yaodian.workspace.balance.asked import county_called
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.places import bureau_places

PLACES, ON = bureau_places(shipped_folder()), date(2020, 9, 1)


@pytest.mark.parametrize("given", ["520325", "道真仡佬族苗族自治县", "道真"])
def test_code_name_and_alias_mean_one_county(given: str) -> None:
    assert county_called(PLACES, given, ON).code == "520325"


def test_a_code_that_ended_means_its_successor() -> None:
    assert county_called(PLACES, "520321", ON).code == "520304"
    assert county_called(PLACES, "520321", date(2015, 9, 1)).code == "520321"


@pytest.mark.parametrize("given", ["520300", "遵义", "乙县", "遵义县"])
def test_what_is_no_county_on_the_day_is_refused_with_those_that_report(given: str) -> None:
    with pytest.raises(Refusal, match=f"2020-09-01没有县（市、区）“{given}”，.*520325 道真仡佬族苗族自治县"):
        county_called(PLACES, given, ON)
