"""ID numbers: checksum, date, region, sex; every one-digit slip of an eighteen-character number is found."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaodian.domain.identifiers.id_number import birth_of, check_character, check_id_number, in_eighteen, sex_of

DAYS = st.dates(date(1900, 1, 1), date(2020, 12, 31))
REGIONS = st.sampled_from(["110105", "440524", "520302", "520321", "500227", "659001"])


@st.composite
def id_numbers(draw: st.DrawFn) -> str:
    body = f"{draw(REGIONS)}{draw(DAYS):%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return body + check_character(body)


@pytest.mark.parametrize(
    "number", ["11010519491231002X", "440524188001010014", "520302201408310013", "520381200501010024"]
)
def test_a_sound_number_passes(number: str) -> None:
    assert check_id_number(number).is_sound


def test_a_right_check_character_does_not_save_a_day_that_never_was() -> None:
    number = "520325201002290010"
    assert check_character(number) == number[17]
    assert check_id_number(number).fault == "date"


def test_a_county_that_no_longer_exists_is_valid() -> None:
    body = "52032120050101002"
    assert check_id_number(body + check_character(body)).is_sound


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "form"),
        ("52030220140831001", "form"),
        ("5203022014083100134", "form"),
        ("００", "form"),
        ("5.20302201408310E+17", "digits_lost"),
        ("5.20302E17", "digits_lost"),
        ("990302201408310013", "region"),
        ("520302201408310014", "checksum"),
        ("520302201413310013", "date"),
    ],
)
def test_a_fault_is_named(text: str, fault: str) -> None:
    verdict = check_id_number(text)
    assert verdict.fault == fault
    assert verdict.words.zh and verdict.words.en and verdict.hint.zh and verdict.hint.en
    assert not text or text not in verdict.words.zh + verdict.hint.zh


def test_what_files_add_to_a_number_does_not_make_it_wrong() -> None:
    assert check_id_number("１１０１０５19491231002ｘ").is_sound
    assert check_id_number(" 110105 19491231 002x").is_sound
    assert check_id_number("'11010519491231002X").is_sound


def test_nobody_is_born_after_the_day_of_the_file() -> None:
    assert check_id_number("520302201408310013", on=date(2014, 8, 30)).fault == "date"
    assert check_id_number("520302201408310013", on=date(2014, 8, 31)).is_sound


def test_an_old_number_of_fifteen_digits_is_sound_and_can_be_written_in_eighteen() -> None:
    assert check_id_number("110105491231002").is_sound
    assert in_eighteen("110105491231002") == "11010519491231002X"
    assert birth_of("110105491231002") == date(1949, 12, 31)
    assert sex_of("110105491231002") == "2"


def test_birth_and_sex_are_read_from_the_number() -> None:
    assert birth_of("520302201408310013") == date(2014, 8, 31)
    assert sex_of("520302201408310013") == "1" and sex_of("11010519491231002X") == "2"
    assert birth_of("nothing") is None and sex_of("nothing") is None and in_eighteen("nothing") is None


@given(id_numbers())
def test_every_number_made_by_the_rule_passes(number: str) -> None:
    assert check_id_number(number).is_sound
    assert in_eighteen(number) == number


@given(id_numbers(), st.integers(0, 17), st.sampled_from("0123456789X"))
def test_every_slip_of_one_character_is_found(number: str, at: int, written: str) -> None:
    slipped = number[:at] + written + number[at + 1 :]
    assert slipped == number or not check_id_number(slipped).is_sound


@given(st.text(max_size=24))
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(check_id_number(text).fault, str)
