"""控辍保学三本台账页: numbers by county, by school for who has the purpose there, and the workbook with names for the same."""

from __future__ import annotations

from collections import Counter

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from yaodian.web.accounts.policy import Doing
from yaodian.web.assurance.schooling import by_county, by_school, names, schooling_book
from yaodian.web.pages.assurance import county_shown
from yaodian.web.pages.page import Visit, page
from yaodian.workspace.evidence.media import Media


@page("ledgers/schooling", policy=Doing.SEE_FIGURES, under="assurance")
def schooling(visit: Visit) -> HttpResponse:
    """The three ledgers, of the city or of the own county."""
    county = county_shown(visit)
    result, lines = by_county(county)
    named = {code for code in lines if code and names(visit.account, code, visit.on)}
    schools = by_school(county) if county in named else {}
    states = Counter[str]()
    for line in lines.values():
        states.update(line.states)
    sums = [sum(states.values()), states["served"], states["gap"], states["unclear"]]
    sums += [sum(getattr(line, of) for line in lines.values()) for of in ("asked", "open", "closed")]
    return visit.show("schooling", county=county, result=result, lines=lines, named=named, schools=schools, sums=sums)


@page("ledgers/schooling/<str:county>", policy=Doing.SEE_FIGURES, under="assurance")
def schooling_workbook(visit: Visit, county: str) -> HttpResponse:
    """下载: a county's three ledgers with names."""
    content = schooling_book(account=visit.account, county=county, at=visit.at)
    answer = HttpResponse(content, content_type=Media.XLSX.value)
    name = f"{county}-{visit.on}-控辍保学台账{Media.XLSX.suffix}"
    answer.headers["Content-Disposition"] = content_disposition_header(True, name)
    return answer
