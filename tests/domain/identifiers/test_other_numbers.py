"""Codes of bodies and schools, student numbers, phones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaodian.domain.finding import Severity
from yaodian.domain.identifiers import uscc
from yaodian.domain.identifiers.id_number import check_character
from yaodian.domain.identifiers.phone import check_phone
from yaodian.domain.identifiers.school_code import check_school_code, read_school_code
from yaodian.domain.identifiers.student_no import check_student_no, id_number_of


@pytest.mark.parametrize("code", ["91350100M000100Y43", "91110000101623741K", "911101066976941872"])
def test_a_sound_code_of_a_body_passes(code: str) -> None:
    assert uscc.check_uscc(code).is_sound


def test_a_registered_code_that_fails_is_a_warning() -> None:
    verdict = uscc.check_uscc("91350211M0000XUF46")
    assert verdict.fault == "checksum" and verdict.severity is Severity.WARNING


def test_a_code_with_letters_that_none_has_is_an_error() -> None:
    verdict = uscc.check_uscc("91350211M0000XUFO6")
    assert verdict.fault == "form" and verdict.severity is Severity.ERROR


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=17, max_size=17))
def test_every_body_with_its_own_last_character_passes(body: str) -> None:
    assert uscc.check_uscc(body + uscc.check_character(body)).is_sound


def test_the_first_two_characters_say_what_a_body_is() -> None:
    kind = uscc.body_kind_of("12110000101623741K")
    assert kind is not None and kind.zh == "事业单位"
    assert uscc.body_kind_of("Y1110000101623741K") is None


def test_a_schools_code_is_type_province_and_serial() -> None:
    code = read_school_code("2152000001")
    assert code is not None and (code.type_code, code.province, code.serial) == ("21", "52", "000001")
    assert check_school_code("2152000001", types=("11", "21"), province="520000").is_sound
    assert check_school_code("２１５２０００００１").is_sound
    assert check_school_code("2052000001", types=("11", "21")).fault == "type"
    assert check_school_code("2151000001", province="52").fault == "province"
    assert check_school_code("215200001").fault == "form"


def test_a_number_of_g_holds_the_id_number() -> None:
    assert check_student_no("G520302201408310013", "520302201408310013").is_sound
    assert check_student_no("G520302201408310013").is_sound
    assert check_student_no("G520302201408310013", "520381200501010024").fault == "other_person"
    assert check_student_no("G520302201408310014").fault == "checksum"
    assert check_student_no("G520325201002290010").fault == "date"
    assert id_number_of("G520302201408310013") == "520302201408310013"


def test_a_number_of_j_has_a_check_character() -> None:
    body = "52030220140831001"
    assert check_student_no(f"J{body}{check_character(body)}").is_sound
    assert check_student_no("J520302201408310014").fault == "checksum"
    assert id_number_of("J520302201408310013") is None


def test_a_temporary_number_is_never_checksummed() -> None:
    assert check_student_no("L5203022014083174A9").is_sound
    assert check_student_no("L520302201408310014").is_sound
    assert check_student_no("L520302201413310014").fault == "date"


@pytest.mark.parametrize("text", ["", "520302201408310013", "X520302201408310013", "G52030220140831001"])
def test_what_is_no_student_number_is_said_to_be_none(text: str) -> None:
    assert check_student_no(text).fault == "form"


@pytest.mark.parametrize("number", ["13800000000", "+86 138-0000-0000", "0851-28220000", "(0851)28220000", "28220000"])
def test_a_number_that_can_be_called_passes(number: str) -> None:
    assert check_phone(number).is_sound


@pytest.mark.parametrize("number", ["", "1380000000", "12345678901", "无"])
def test_a_number_that_cannot_be_called_is_a_warning(number: str) -> None:
    assert check_phone(number).fault == "form" and check_phone(number).severity is Severity.WARNING
