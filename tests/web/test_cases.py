"""Cases: opened once, seen by those they concern, walked by school, county and lead."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.web.bureau import BASIC, NORTH, NOW, SOUTH, Bureau, kept
from yaodian.domain.entry import Act
from yaodian.domain.finding import Refusal
from yaodian.web.accounts.policy import NotAllowed
from yaodian.web.work.models import Item
from yaodian.web.work.reading import items_of, seen
from yaodian.web.work.services import act, open_case

pytestmark = pytest.mark.django_db


def candidate(bureau: Bureau, **more: Any) -> Item:
    told = {"kind": "designation", "title": "北一校申报足球特色校", "key": "k", "owner": BASIC, **more}
    return open_case(account=bureau.accounts["n1"], unit="n1", at=NOW, **told)


def test_the_same_opening_sent_again_opens_nothing_twice(bureau: Bureau) -> None:
    assert candidate(bureau).pk == candidate(bureau).pk
    assert Item.objects.count() == 1
    with pytest.raises(Refusal, match="另一次办理"):
        candidate(bureau, title="别的学校")
    assert candidate(bureau, key="k2").pk != candidate(bureau).pk


def test_a_candidate_is_seen_by_its_school_its_county_its_lead_and_those_above(bureau: Bureau) -> None:
    case = candidate(bureau)
    sees = {unit for unit, account in bureau.accounts.items() if items_of(account, NOW.date(), pk=case.pk).exists()}
    assert sees == {"n1", NORTH, BASIC, "city", "bureau_office"}


def test_a_case_is_opened_only_for_an_item_that_its_opener_sees(bureau: Bureau) -> None:
    bureau.item("w1")
    bureau.item("w2", "n1")
    for unseen in ("w1", "no such item"):
        with pytest.raises(NotAllowed):
            candidate(bureau, item=unseen)
    assert candidate(bureau, item="w2").parent_id == "w2"


def test_a_candidate_is_recommended_by_its_own_county_and_named_by_the_lead(bureau: Bureau) -> None:
    case, at = candidate(bureau), NOW

    def done(unit: str, doing: Act, **data: Any) -> Item:
        version = Item.objects.values_list("version", flat=True).get(pk=case.pk)
        return act(
            account=bureau.accounts[unit], unit=unit, subject=case.pk, act=doing, data=data, expected=version,
            key=next(bureau.keys), at=at,
        )  # fmt: skip

    done(BASIC, Act.ACCEPT)
    evidence = {"applied": "list", "recommended": "score_sheet", "reviewed": "score_sheet", "publicised": "list"}
    for step, unit in (("applied", "n1"), ("recommended", NORTH), ("reviewed", BASIC), ("publicised", BASIC)):
        assert (unit, step) in [(u, s.name) for u, s in seen(bureau.accounts[unit], case.pk, NOW.date()).steps]
        with pytest.raises(NotAllowed):
            done(SOUTH, Act.STEP, step=step)
        done(unit, Act.ATTACH, step=step, evidence=evidence[step], sha256=kept("a" * 64))
        done(unit, Act.STEP, step=step)
    at = NOW + timedelta(days=2)
    done(BASIC, Act.ATTACH, step="named", evidence="official_document", sha256=kept("b" * 64))
    with pytest.raises(Refusal, match="要满5个工作日"):
        done(BASIC, Act.STEP, step="named")
    at = NOW + timedelta(days=9)
    assert done(BASIC, Act.STEP, step="named").phase == "closed"
