"""出文页: supervision notices from an item, the yearly file from the plan; the office's alone."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from tests.pages.reader import Reader, on_the_day
from tests.web.bureau import BASIC, CITY, OFFICE, Bureau
from tests.web.published import items, published
from yaodian.domain.entry import Act
from yaodian.web.audit.models import AuditRow

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    published(bureau, tmp_path)
    on_the_day(monkeypatch)
    return Reader(bureau.accounts[OFFICE])


def test_the_office_writes_a_supervision_notice_from_the_items_menu(office: Reader) -> None:
    late = items()[0]
    address = f"/item/{late.subject}"
    assert f'href="{address}/supervise"' in office.get(address)[1]
    status, text = office.get(f"{address}/supervise")
    assert status == 200 and "期限是2020年5月31日，已过1天" in text and 'value="2020-06-08"' in text
    answer = office.client.post(f"{address}/notice", {"answer_by": "2020-06-08", "why": "县里多次催问。"})
    words = [paragraph.text for paragraph in docx.Document(io.BytesIO(answer.content)).paragraphs]
    assert any("县里多次催问。" in line for line in words) and any("2020年6月8日前答复" in line for line in words)
    assert "attachment" in answer.headers["Content-Disposition"]
    assert AuditRow.objects.filter(act="supervision_notice", subject=late.subject).count() == 1


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"answer_by": "2020-06-01", "why": "慢"}, "答复日期要在今天之后"),
        ({"answer_by": "下周", "why": "慢"}, "答复日期“下周”不是日期"),
        ({"answer_by": "2020-06-08"}, "没有逾期也已签收"),
    ],
)
def test_a_notice_that_lacks_something_is_refused_with_what_was_typed(
    bureau: Bureau, office: Reader, fields: dict[str, str], refused: str
) -> None:
    fresh = items()[1]
    bureau.done(BASIC, fresh, Act.ACCEPT)
    status, text = office.post(f"/item/{fresh.subject}/notice", **fields, copied_to="县教育局")
    assert status == 422 and refused in text and "县教育局" in text
    assert not AuditRow.objects.filter(act="supervision_notice").exists()


def test_the_yearly_file_is_downloaded_from_the_plan(office: Reader) -> None:
    assert 'action="/plan/2020/yearly"' in office.get("/plan/2020")[1]
    answer = office.client.post("/plan/2020/yearly")
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert "summary.html" in names and "index.sha256" in names


def test_others_neither_see_the_links_nor_get_the_documents(bureau: Bureau, office: Reader) -> None:
    subject = items()[0].subject
    for unit in (CITY, BASIC):
        reader = Reader(bureau.accounts[unit])
        assert "supervise" not in reader.get(f"/item/{subject}")[1]
        assert "yearly" not in reader.get("/plan/2020")[1]
        assert reader.get(f"/item/{subject}/supervise")[0] == 403
        assert reader.post(f"/item/{subject}/notice", answer_by="2020-06-08", why="慢")[0] == 403
        assert reader.post("/plan/2020/yearly")[0] == 403
