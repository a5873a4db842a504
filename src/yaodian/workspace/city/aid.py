"""资助文件: who is entitled to which aid in the two terms of 2019S, what was paid, who was missed and who was paid wrongly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from yaodian.workspace.city.chance import Chance, Flags, Ints, day
from yaodian.workspace.city.drawn import City
from yaodian.workspace.city.households import Listed
from yaodian.workspace.city.identity import accounts
from yaodian.workspace.city.roll import GRADES
from yaodian.workspace.city.texts import DASHED, PLAIN, SLASHED, at, words
from yaodian.workspace.city.writing import Layout, Output

NOT_RECOGNISED = 0.008  # on a list and in school, but in no list of those entitled: often schooled in another county
NOT_PAID = 0.012  # entitled, and no payment: cards that lapsed, names that differ
WRONGLY_PAID = 0.003  # paid without a right, against the number of entitlements
RETURNED = 0.002  # payments booked back: a negative row
GROUPS = ("registered_poor", "minimum_income", "extreme_poor", "disabled_poor", "orphan")
TERMS = ("2019S1", "2019S2")
PROGRAMMES = (
    ("preschool_aid", (250, 250)),
    ("living_boarding", (500, 625)),
    ("living_day", (250, 312.5)),
    ("senior_grant", (1000, 1000)),
    ("senior_tuition", (400, 400)),
    ("poverty_grant", (500, 500)),
    ("vocational_grant", (1000, 1000)),
    ("vocational_tuition", (1000, 1000)),
)
"""Programmes and their amounts a term: the second where the pupil is in junior school (amounts of about 2020)."""


@dataclass(frozen=True)
class Aid:
    """Entitlements: child, programme, term, group (-1: none), amount; which were never recognised, which never paid."""

    child: Ints
    programme: Ints
    term: Ints
    group: Ints
    amount: Any
    unrecognised: Flags
    unpaid: Flags
    wrong_child: Ints


def entitlements(city: City, lists: Listed) -> Aid:
    """What each pupil has a right to, by group, stage, grade and boarding."""
    rng, last = Chance(city.chance.seed).of("aid"), city.roll.last
    group = np.full(city.families.child_count, -1)
    for number, name in reversed(list(enumerate(GROUPS))):
        group[lists.poor if number == 0 else lists.groups[name]] = number
    there = last.school >= 0
    grouped, poor = there & (group >= 0), there & (group == 0)
    of_four = grouped & (group != GROUPS.index("orphan"))
    stage, grade, boards = last.stage, last.grade, city.roll.boards
    young = np.isin(grade, (15, 16))
    rights = (
        grouped & (stage == 0),
        grouped & np.isin(stage, (1, 2)) & boards,
        of_four & np.isin(stage, (1, 2)) & ~boards,
        grouped & (stage == 3),
        of_four & (stage == 3),
        poor & ((stage == 3) | young),
        grouped & young,
        there & (stage == 4),
    )
    rows = [np.flatnonzero(right) for right in rights]
    child = np.tile(np.concatenate(rows), 2)
    programme = np.tile(np.repeat(np.arange(len(rows)), [len(r) for r in rows]), 2)
    term = np.repeat([0, 1], len(child) // 2)
    amounts = np.array([pair for _, pair in PROGRAMMES])[programme, (stage[child] == 2).astype(np.int64)]
    forgotten = rng.random(city.families.child_count) < NOT_RECOGNISED
    unrecognised = forgotten[child] & (programme != 7)
    unpaid = ~unrecognised & (rng.random(len(child)) < NOT_PAID)
    others = np.flatnonzero(there & (group < 0) & np.isin(stage, (1, 2)))
    wrong = rng.choice(others, round(WRONGLY_PAID * len(child)) + 1, replace=False)
    return Aid(child, programme, term, group[child], amounts, unrecognised, unpaid, wrong)


def write_aid(city: City, out: Output, aid: Aid) -> None:
    """aid_entitlements and aid_payments, a file for each term."""
    for term, name in enumerate(TERMS):
        chosen = np.flatnonzero((aid.term == term) & ~aid.unrecognised)
        child = aid.child[chosen]
        on = day("2019-10-20") if term == 0 else day("2020-04-30")
        columns = _pupil(city, child) | {
            "grade_code": words(GRADES, city.roll.last.grade[child]),
            "term": words([name], child * 0),
            "programme_code": words([p for p, _ in PROGRAMMES], aid.programme[chosen]),
            "group_code": words([*GROUPS, "other_poor"], np.where(aid.group[chosen] < 0, 5, aid.group[chosen])),
            "level_code": words(["severe", "moderate", "mild"], child % 3),
            "amount_due_yuan": aid.amount[chosen],
            "approved_on": np.full(len(child), on),
            "shown_from_on": np.full(len(child), on - 10),
            "shown_to_on": np.full(len(child), on - 4),
        }
        layout = Layout("csv", "gbk" if term else "utf-8-sig", "label", SLASHED if term else DASHED, labels=True)
        out.write(
            "aid_entitlements",
            columns,
            f"资助认定-{name}",
            "2019-10-31" if term == 0 else "2020-05-08",
            "school_code,term",
            layout,
        )
        _write_payments(city, out, aid, term)


def _paid(city: City, aid: Aid, term: int) -> tuple[Ints, Ints]:
    """The entitlements of a term that were paid, and those of them whose money came back."""
    paid = np.flatnonzero((aid.term == term) & ~aid.unrecognised & ~aid.unpaid)
    return paid, paid[city.chance.of(f"payments {term}").random(len(paid)) < RETURNED]


def _write_payments(city: City, out: Output, aid: Aid, term: int) -> None:
    paid, back = _paid(city, aid, term)
    wrong = aid.wrong_child if term == 1 else aid.wrong_child[:0]
    child = np.concatenate([aid.child[paid], aid.child[back], wrong])
    programme = np.concatenate([aid.programme[paid], aid.programme[back], np.full(len(wrong), 2)])
    amount = np.concatenate([aid.amount[paid], -aid.amount[back], np.full(len(wrong), 250.0)])
    batch = np.repeat([0, 1, 0], [len(paid), len(back), len(wrong)])
    house = city.families.house[child]
    on = day("2019-12-10") if term == 0 else day("2020-06-15")
    columns = _pupil(city, child) | {
        "term": words([TERMS[term]], child * 0),
        "programme_code": words([p for p, _ in PROGRAMMES], programme),
        "batch_no": words([f"{2019 + term}-1", f"{2019 + term}-2"], batch),
        "paid_on": on + batch * 20 + child % 9,
        "amount_yuan": amount,
        "payee": city.families.father.text(house),
        "bank_account_no": accounts(house),
        "way_code": words(["card", "school"], (programme == 7).astype(np.int64)),
        "fund_level_code": words(["central", "provincial"], child % 2),
    }
    layout = Layout("csv", "utf-8-sig", "also" if term else "label", PLAIN if term else DASHED, labels=True)
    out.write(
        "aid_payments", columns, f"资助发放-{TERMS[term]}", "2020-01-10" if term == 0 else "2020-07-15", "", layout
    )


def _pupil(city: City, child: Ints) -> dict[str, Any]:
    return {
        "student_no": city.student_numbers(child),
        "name": at(city.persons.name, child),
        "id_no": at(city.persons.id_no, child),
        "school_code": city.school_codes(city.roll.last.school[child]),
    }


def truth_of_aid(city: City, aid: Aid) -> pa.Table:
    """Who has a right and was not paid or whose money came back (and why), and who was paid without one, by child."""
    back = np.concatenate([_paid(city, aid, term)[1] for term in range(len(TERMS))])
    missed = np.concatenate([np.flatnonzero(aid.unrecognised | aid.unpaid), back])
    child = np.concatenate([aid.child[missed], aid.wrong_child])
    why = np.where(aid.unrecognised[missed], 0, np.where(aid.unpaid[missed], 1, 3))
    kind = np.r_[why, np.full(len(aid.wrong_child), 2)]
    programme = np.r_[aid.programme[missed], np.full(len(aid.wrong_child), 2)]
    term = np.r_[aid.term[missed], np.ones(len(aid.wrong_child), np.int64)]
    return pa.table(
        {
            "person": pa.array(child),
            "id_no": at(city.persons.id_no, child),
            "programme_code": words([p for p, _ in PROGRAMMES], programme),
            "term": words(TERMS, term),
            "what": words(["missed_unrecognised", "missed_unpaid", "paid_without_right", "paid_and_returned"], kind),
        }
    )
