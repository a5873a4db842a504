"""虚构号码: numbers of invented persons, sound in form, and how to tell that they are invented.

An invented ID number is a sound one of GB 11643 whose order code (fifteenth to seventeenth character) lies from 900 to 999.
A real number can lie there too: the rule finds every invented one, and a hit elsewhere needs a second look at the name.
Phones begin with 154, a range not given to the public (from memory, unverified); bank accounts with 62000000.
Bodies' codes have YD after the place. Schools' serials begin with 9.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from yaodian.domain.identifiers import id_number
from yaodian.domain.identifiers.id_number import check_id_number
from yaodian.workspace.city.chance import Ints, rank_within
from yaodian.workspace.city.texts import digit_matrix, of_bytes

ORDERS_FROM = 900
PHONE_PREFIX = "154"
ACCOUNT_PREFIX = "62000000"
BODY_MARK = "YD"
SCHOOL_SERIAL_FROM = 900_000
CANARY_WORD = "金丝雀"

_WEIGHTS = np.array(id_number.WEIGHTS)
_CHECKS = np.frombuffer(id_number.CHECKS.encode(), np.uint8)
_SPREAD = 17  # prime to the 50 order codes of one sex, so that neighbours in a cell do not get neighbouring numbers
_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def is_invented(id_no: str) -> bool:
    """Whether this ID number may be one of the synthetic city's (see above)."""
    return len(id_no) == 18 and id_no[14:15] == "9" and check_id_number(id_no).is_sound


def is_invented_phone(phone: str) -> bool:
    """Whether this phone number is one of the synthetic city's."""
    return len(phone) == 11 and phone.startswith(PHONE_PREFIX)


def is_invented_account(account: str) -> bool:
    """Whether this bank account is one of the synthetic city's."""
    return len(account) == 19 and account.startswith(ACCOUNT_PREFIX)


STAFF_TURNS = (42, 50)
"""The order codes of one sex, by turn, that are kept for staff; families have those before."""


def id_characters(
    region: Ints, birth: Ints, male: Any, turns: tuple[int, int] = (0, STAFF_TURNS[0])
) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """One ID number for each person, no two alike, as a matrix of characters; `turns` are the order codes to use."""
    cell = (region * 100_000 + birth + 40_000) * 2 + male
    turn = rank_within(cell) + turns[0]
    if len(turn) and int(turn.max()) >= turns[1]:
        raise ValueError("too many persons of one sex, birth date and place: the city is too large for its numbers")
    order = ORDERS_FROM + 2 * ((turn * _SPREAD + cell * 7) % 50) + male
    days = birth.astype("M8[D]")
    months = days.astype("M8[M]")
    years = months.astype("M8[Y]").astype(np.int64) + 1970
    date = (
        years * 10_000 + (months.astype(np.int64) % 12 + 1) * 100 + (days - months.astype("M8[D]")).astype(np.int64) + 1
    )
    body = np.hstack([digit_matrix(region, 6), digit_matrix(date, 8), digit_matrix(order, 3)])
    return np.hstack([body, check_characters(body)[:, None]])


def check_characters(body: np.ndarray[Any, np.dtype[np.uint8]]) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """The last character that GB 11643 calls for after these seventeen."""
    ends: np.ndarray[Any, np.dtype[np.uint8]] = _CHECKS[((body[:, :17].astype(np.int64) - 48) @ _WEIGHTS) % 11]
    return ends


def phones(number: Ints) -> Any:
    """A phone number for each person number."""
    rows = digit_matrix(number * 7919 % 100_000_000, 8)
    return of_bytes(np.hstack([_prefixed(PHONE_PREFIX, len(number)), rows]))


def accounts(number: Ints) -> Any:
    """A bank account for each person number."""
    return of_bytes(np.hstack([_prefixed(ACCOUNT_PREFIX, len(number)), digit_matrix(number * 31 + 11, 11)]))


def body_code(kind: str, place: str, number: int) -> str:
    """The unified social credit code of an invented body, with its check character."""
    text = f"{kind}{place if place.isdigit() else '520302'}{BODY_MARK}{number:07d}"
    total = sum(_USCC.index(c) * pow(3, at, 31) for at, c in enumerate(text))
    return text + _USCC[(31 - total % 31) % 31]


def _prefixed(prefix: str, rows: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
    return np.tile(np.frombuffer(prefix.encode(), np.uint8), (rows, 1))
