"""A small invented world for evaluation: clubs in towns of counties, their members, meetings, answers to a survey."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from yaodian.declare.catalogue import Catalogue
from yaodian.declare.column import BOOLEAN, CODE, DATE, INTEGER, MONEY, TEXT, Code, Column, Privacy
from yaodian.declare.indicator import Indicator
from yaodian.declare.indicator_as_data import indicator_of
from yaodian.declare.parameter import Parameter, parameter_of
from yaodian.declare.register import CHANGES, EVENT, EVENTS, STATE, STOCK, Reference, Register, snapshot
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import PERSON, YUAN
from yaodian.warehouse.engine import engine_of
from yaodian.warehouse.evaluate.checking import Checked
from yaodian.warehouse.evaluate.evaluation import Evaluation

CITY = "C"
CLUB = Column(name="club_code", type=TEXT, label="社团", required=True)
OF_CLUB = Reference(("club_code",), "clubs")


class Clubs(Register):
    """社团: clubs."""

    label, reference, office = "社团", "测试用", "测试"
    time, arrives, key = STATE, CHANGES, ("club_code",)
    places = ((SCHOOL, "club_code"), (COUNTY, "county_code"))
    columns = (
        CLUB,
        Column(name="county_code", type=TEXT, label="县"),
        Column(name="kind_code", type=CODE, label="种类", codes=(Code("a", "甲"), Code("b", "乙"))),
        Column(name="v0", type=TEXT, label="地点"),
    )


class Members(Register):
    """成员: who belongs to which club."""

    label, reference, office, about_persons = "成员", "测试用", "测试", True
    time, arrives, key, places = STATE, CHANGES, ("card_no",), ((SCHOOL, "club_code"),)
    columns = (
        Column(name="card_no", type=TEXT, label="证号", required=True, privacy=Privacy.P3, vault=True),
        CLUB,
        Column(name="sex_code", type=CODE, label="性别", codes=(Code("1", "男"), Code("2", "女")), privacy=Privacy.P2),
        Column(name="age", type=INTEGER, label="年龄", privacy=Privacy.P2),
        Column(name="is_poor", type=BOOLEAN, label="困难", privacy=Privacy.P4, purposes=("student_aid",)),
    )
    references = (OF_CLUB,)


class Meetings(Register):
    """活动: meetings held."""

    label, reference, office = "活动", "测试用", "测试"
    time, dated_by, arrives = EVENT, "held_on", EVENTS
    key, places, references = ("meeting_no",), ((SCHOOL, "club_code"),), (OF_CLUB,)
    columns = (
        Column(name="meeting_no", type=TEXT, label="编号", required=True),
        CLUB,
        Column(name="held_on", type=DATE, label="日期", required=True),
        Column(name="cost_yuan", type=MONEY, label="花费", unit=YUAN),
        Column(name="guests", type=INTEGER, label="来宾", unit=PERSON),
    )


class Stocks(Register):
    """库存: things counted on a day."""

    label, reference, office = "库存", "测试用", "测试"
    time, dated_by, arrives = STOCK, "counted_on", CHANGES
    key, places, references = ("club_code", "counted_on"), ((SCHOOL, "club_code"),), (OF_CLUB,)
    columns = (
        CLUB,
        Column(name="counted_on", type=DATE, label="日期", required=True),
        Column(name="value_yuan", type=MONEY, label="原值", unit=YUAN),
    )


class Rolls(Register):
    """名册: how many belong to each part of a club, all parts of a club counted on a day."""

    label, reference, office = "名册", "测试用", "测试"
    time, dated_by, arrives = STOCK, "counted_on", snapshot("club_code", "counted_on")
    key, places, references = ("club_code", "part_no", "counted_on"), ((SCHOOL, "club_code"),), (OF_CLUB,)
    columns = (
        CLUB,
        Column(name="part_no", type=TEXT, label="部", required=True),
        Column(name="counted_on", type=DATE, label="日期", required=True),
        Column(name="count", type=INTEGER, label="人数", unit=PERSON),
    )


class Answers(Register):
    """问卷: answers of a drawn sample."""

    label, reference, office = "问卷", "测试用", "测试"
    time, dated_by, arrives = EVENT, "answered_on", EVENTS
    key, places, references = ("answer_no",), ((SCHOOL, "club_code"),), (OF_CLUB,)
    columns = (
        Column(name="answer_no", type=TEXT, label="编号", required=True),
        CLUB,
        Column(name="answered_on", type=DATE, label="日期", required=True),
        Column(name="is_right", type=BOOLEAN, label="答对"),
        Column(name="stratum", type=TEXT, label="层"),
        Column(name="weight", type=INTEGER, label="权"),
    )


REGISTERS = {register.id: register for register in (Answers, Clubs, Meetings, Members, Rolls, Stocks)}
GROWN_UP = {"label": "成年", "reference": "测试用", "unverified": True, date(2015, 1, 1): 18}
PARAMETERS = {"grown_up": parameter_of("grown_up", GROWN_UP)}
BASE: dict[str, Any] = {"label": "甲", "reference": "乙", "words": "丙", "minimum_cell": None, "better": "up"}


def indicator(id: str = "one", **given: Any) -> type[Indicator]:  # noqa: A002 - the word of the house
    """An indicator of this world, written as a bureau would."""
    return indicator_of(id, BASE | given)


def catalogue(*indicators: type[Indicator]) -> Catalogue:
    return Catalogue({Register: dict(REGISTERS), Indicator: {i.id: i for i in indicators}, Parameter: dict(PARAMETERS)})


def checked(*indicators: type[Indicator]) -> list[str]:
    """The sentences, in English, that refuse these declarations."""
    found = {i.id: i for i in indicators}
    return [f.words.en for f in Checked(found, REGISTERS, PARAMETERS, dict.fromkeys(found, Path(__file__))).faults()]


def evaluation(held: Any, *indicators: type[Indicator], **more: Any) -> Evaluation:
    return Evaluation(held, engine_of(held.folder), catalogue(*indicators), PARAMETERS, CITY, **more)


def by_place(table: Any, name: str = "value") -> Mapping[str, float]:
    return dict(zip(table["place"].to_pylist(), table[name].to_pylist(), strict=True))
