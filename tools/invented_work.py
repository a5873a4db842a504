"""What a demonstration holds: `python -m tools.invented_work FOLDER DATABASE [RECORDS]` makes it, in a process of its own.

Months of work at the plan that ships; a bulletin that was issued and one that is drafted; a plan under way; and people in
the middle of signing in.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from tools.demonstration import NOW, PASSWORD
from yaodian.domain.entry import Act
from yaodian.domain.period import Period
from yaodian.web.start import make_ready, start
from yaodian.workspace.bureau import load_bureau, shipped_folder
from yaodian.workspace.demonstration import MEASURED_ON, MONTHS, SEED, with_agreed_numbers
from yaodian.workspace.drafting.deciding import new_number
from yaodian.workspace.planfile.identity import with_ids
from yaodian.workspace.planfile.writing import save_plan
from yaodian.workspace.plans import open_document

PLAN = shipped_folder() / "plans" / "2020.txt"
YEAR, SCHOOLS, CASES = 2020, 30, 1
WORK_SEED = 11  # of months that leave a number of the plan's own text to be split
OFFICE, LEADER, UNIT, COUNTY = "sim-bureau_office", "sim-520300", "basic_education", "520302"
ISSUED, DRAFTED = Period("2020-07"), Period("2020-08")
HALFWAY = {"sign_in_code": "sim-520303", "sign_in_password": "sim-520304", "second_factor": "newcomer"}
"""By page of the sign-in, who has got as far as it."""


def web(module: str, name: str) -> Callable[..., Any]:
    """A function or model of the web layer, which can be imported once Django is set up."""
    found: Callable[..., Any] = getattr(import_module(f"yaodian.web.{module}"), name)
    return found


def work(plan: Path, records: Path | None) -> None:
    """Months of it, and what the registers say of the promises."""
    web("accounts.services", "first_administrators")(passwords={}, at=datetime(YEAR, 3, 1, tzinfo=NOW.tzinfo))
    bureau = load_bureau()
    save_plan(with_agreed_numbers(with_ids(open_document(PLAN, bureau), random.Random(SEED)), bureau), plan)
    simulated = {"year": YEAR, "months": MONTHS, "seed": WORK_SEED, "cases": CASES, "schools": SCHOOLS}
    web("simulation.simulating", "simulate")(file=plan, **simulated)
    for day in MEASURED_ON if records else ():
        web("work.measuring", "measure")(records=records, on=day)
    for _ in web("simulation.commands", "reconciled")(records) if records else ():
        pass
    web("notices.ticking", "tick")(NOW - timedelta(hours=16))
    web("audit.chain", "seal")()


def people() -> Mapping[str, Any]:
    """All accounts, by login, with the one password (one hash for all: it costs a second each), three of them halfway in."""
    accounts: Any = web("accounts.models", "Account")
    hasher = import_module("django.contrib.auth.hashers")
    accounts.objects.update(is_simulated=True)
    accounts.objects.create(login=HALFWAY["second_factor"], name="新来的管理员（演示）", administers="security")
    accounts.objects.update(password=hasher.make_password(PASSWORD))
    accounts.objects.filter(login=HALFWAY["sign_in_password"]).update(password_is_initial=True)
    by_login = {account.login: account for account in accounts.objects.all()}
    totp: Any = import_module("allauth.mfa.totp.internal.auth").TOTP
    totp.activate(by_login[HALFWAY["sign_in_code"]], web("accounts.factors", "new_secret")())
    return by_login


def handed_over(people: Mapping[str, Any]) -> None:
    """A measure whose text has a number that was not split yet, new to another unit, which then has something to accept and
    split, whatever edition of the text is published meanwhile."""
    items: Any = web("work.models", "Item")
    open_ = items.objects.filter(parent=None, is_case=False, phase="under_way").order_by("subject")
    unsplit = [i for i in open_ if not i.state["parts"] and i.owner != UNIT]
    item = next(i for i in unsplit if set(i.state["promised"] or ()) - {new_number(i.subject), *i.state["rates"]})
    web("work.services", "act")(
        account=people[OFFICE], unit="bureau_office", subject=item.subject, act=Act.HAND_OVER, expected=item.version,
        data={"owner": UNIT, "reason": "演示：职责调整"}, key="handed-over", at=NOW - timedelta(hours=17),
    )  # fmt: skip


def papers(people: Mapping[str, Any], records: Path | None) -> int:
    """The bulletin of a month issued, that of the next one drafted; the number of the plan's draft."""
    draft, sign, issue = (web("documents.bulletins", name) for name in ("draft", "sign", "issue"))
    first = draft(by=people[OFFICE], period=ISSUED, at=NOW, records=records)
    issue(by=people[OFFICE], bulletin=sign(by=people[LEADER], bulletin=first, at=NOW), at=NOW, records=records)
    draft(by=people[OFFICE], period=DRAFTED, at=NOW, records=records)
    begun = web("plans.drafting", "start_draft")(by=people[OFFICE], name=PLAN.name, data=PLAN.read_bytes(), at=NOW)
    return int(begun.pk)


def visits() -> dict[str, str]:
    """The inspection whose schools were drawn, one of its visits, and the login of a unit that makes it."""
    items: Any = web("work.models", "Item")
    whole = list(items.objects.filter(is_case=False).values_list("pk", flat=True))
    (drawn,) = web("work.drawing", "drawn_of")(whole).values()
    visited = items.objects.filter(parent=drawn.item, subject__startswith="c-").order_by("subject")[0]
    around = web("work.models", "Concern").objects.filter(item=visited).exclude(unit=drawn.item.owner)
    visitor = next(unit for unit in around.values_list("unit", flat=True) if not unit[0].isdigit())
    return {"sampled": drawn.item.pk, "visited": visited.pk, "visitor": f"sim-{visitor}"}


def known() -> dict[str, str]:
    """What addresses can name: subjects, the busiest school, the rest as it stands above."""
    items: Any = web("work.models", "Item")
    lights: Any = web("work.models", "PromiseLight")
    cases = items.objects.filter(is_case=True, parent__parent__isnull=False).exclude(subject__startswith="c-")
    case = cases.order_by("subject")[0]
    part = case.parent
    measured = lights.objects.filter(value__isnull=False, item__parent=None).order_by("pk")
    longest = max(measured, key=lambda light: len(light.told.get("series", {}).get("measured", ())), default=None)
    return {
        "plan_id": str(YEAR), "no": "1", "measure": longest.item_id if longest else part.parent_id,
        "part": part.subject, "case": case.subject, "school": f"sim-{web('simulation.accounts', 'busiest_school')()}",
        "period": str(ISSUED), "number": "1", "unit": UNIT, "county": COUNTY, "login": OFFICE,
        "indicator": "large_class_ratio", "indicator_id": "meal_local_ratio", "register": "enrolments", "programme": "never_enrolled", **HALFWAY, **visits(),
    }  # fmt: skip


def main(folder: Path, database: str, records: Path | None) -> None:
    start(database)
    make_ready()
    work(folder / "plan.yaml", records)
    known_people = people()
    handed_over(known_people)
    begun = papers(known_people, records)
    told = json.dumps(known() | {"draft": str(begun)}, ensure_ascii=False)
    (folder / "known.json").write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]) if sys.argv[3] else None)
