"""通报页: the office drafts, changes words, another person signs, it is issued for ever; figures are locked."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from tests.pages.reader import Reader, on_the_day
from tests.web.bureau import BASIC, CITY, NORTH, OFFICE, Bureau
from tests.web.published import items, published
from yaodian.domain.entry import Act
from yaodian.web.documents.models import Bulletin, Status
from yaodian.workspace.publish import pdf

pytestmark = pytest.mark.django_db
JULY = datetime(2020, 7, 2, 2, tzinfo=UTC)
JUNE = "/bulletin/2020/2020-06/1"


@pytest.fixture
def office(bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    published(bureau, tmp_path)
    on_the_day(monkeypatch, JULY)
    return Reader(bureau.accounts[OFFICE])


@pytest.fixture
def drafted(office: Reader) -> Bulletin:
    assert office.post("/bulletin/new", period="2020-06") == (303, JUNE)
    return Bulletin.objects.get()


def boxes(text: str) -> list[str]:
    """What the boxes of the paper hold, tables too."""
    found = re.findall(r'<textarea[^>]*name="paragraph"[^>]*>([^<]*)</textarea>|name="paragraph" value="([^"]*)"', text)
    return ["".join(pair) for pair in found]


def issued(bureau: Bureau, office: Reader) -> Bulletin:
    leader = Reader(bureau.accounts[CITY])
    assert leader.post(f"{JUNE}/sign", version="1") == (303, JUNE)
    assert office.post(f"{JUNE}/issue", version="2") == (303, JUNE)
    return Bulletin.objects.get()


def test_the_month_that_just_ended_is_drafted_with_one_click_and_only_once(office: Reader) -> None:
    status, text = office.get("/bulletin")
    assert status == 200 and '<option value="2020-06" selected>2020年6月' in text
    for _ in range(2):
        assert office.post("/bulletin/new", period="2020-06") == (303, JUNE)
    held = Bulletin.objects.get()
    assert (held.number, held.version, held.status) == (1, 1, Status.DRAFT)
    assert "推进情况的通报" in office.get("/bulletin")[1]


def test_a_period_that_has_not_begun_is_refused_in_one_sentence(office: Reader) -> None:
    status, text = office.post("/bulletin/new", period="2020-08")
    assert status == 422 and "2020年8月还没有开始" in text


def test_every_figure_is_locked_and_leads_to_its_query_day_and_origin(office: Reader, drafted: Bulletin) -> None:
    status, text = office.get(JUNE)
    assert status == 200
    for name, number in drafted.numbers.items():
        assert f'id="f-{name}"' in text and number["query"] in text
    assert '<a class="locked" href="#f-unaccepted" title="未签收，2020-06-30">3</a>' in text
    assert f"办理记录 {drafted.numbers['items']['entries']} 条" in text and "{未签收}" in boxes(text)[2]


def test_words_are_changed_while_the_figures_stay_frozen(office: Reader, drafted: Bulletin) -> None:
    own = boxes(office.get(JUNE)[1])
    own[0] = own[0].replace("现将", "请各单位对照整改。\n现将")
    told = {"version": "1", "document_no": "遵教发〔2020〕7号", "sent_to": "各县教育局", "copied_to": ""}
    assert office.post(f"{JUNE}/text", paragraph=own, **told) == (303, JUNE)
    held = Bulletin.objects.get()
    assert held.numbers == drafted.numbers and held.version == 2
    assert "{{period}}" in held.text and "请各单位对照整改。\n现将" in held.text
    text = office.get(JUNE)[1]
    assert "遵教发〔2020〕7号" in text and "各县教育局：" in text


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        (lambda words: words.replace("{未签收}", "三"), "第3段的数据字段被改动：少了{未签收}。字段锁定，请只改文字"),
        (lambda words: words.replace("{未签收}", "{不存在}"), "少了{未签收}，多了{不存在}"),
        (lambda words: words.replace("{未签收}", "{{overdue}}"), "少了{未签收}，多了"),
        (lambda words: words + "另有12项。", "正文里有手写的数：第3行“12项”"),
        (lambda words: "", "第3段的数据字段被改动"),
    ],
)
def test_a_field_that_was_changed_and_a_number_that_was_typed_are_refused_and_nothing_typed_is_lost(
    office: Reader, drafted: Bulletin, change: object, refused: str
) -> None:
    own = boxes(office.get(JUNE)[1])
    own[1], own[2] = "一、总的情况", change(own[2])  # type: ignore[operator]
    status, text = office.post(f"{JUNE}/text", paragraph=own, version="1", sent_to="各单位")
    assert status == 422 and refused in text and "一、总的情况" in text and boxes(text)[2] == own[2]
    assert Bulletin.objects.get().text == drafted.text


def test_a_page_that_lacks_paragraphs_is_refused(office: Reader, drafted: Bulletin) -> None:
    status, text = office.post(f"{JUNE}/text", paragraph=["一、总体情况"], version="1")
    assert status == 422 and "段数和原稿不同" in text and Bulletin.objects.get().text == drafted.text


def test_whoever_saves_second_sees_both_versions_and_may_keep_their_own(office: Reader, drafted: Bulletin) -> None:
    mine = boxes(office.get(JUNE)[1])
    theirs = [*mine]
    theirs[1], mine[3] = "一、总的情况", "二、逾期的和没有签收的"
    assert office.post(f"{JUNE}/text", paragraph=theirs, version="1", sent_to="各单位")[0] == 303
    status, text = office.post(f"{JUNE}/text", paragraph=mine, version="1", sent_to="各单位")
    assert status == 409 and "2 处不同" in text and "现在是第2稿" in text
    assert "<ins>体</ins>" in text and "<del></del>" not in text and boxes(text)[3] == mine[3]
    assert office.post(f"{JUNE}/text", paragraph=mine, version="2", sent_to="各单位")[0] == 303
    assert "总的情况" not in Bulletin.objects.get().text


def test_a_figure_that_changed_since_is_named_and_taken_anew_on_request(
    bureau: Bureau, office: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_the_day(monkeypatch)
    office.post("/bulletin/new", period="2020-06")
    assert "✓ 重算一致" in office.get(JUNE, check="yes")[1]
    bureau.done(BASIC, items()[0], Act.ACCEPT)
    assert "已变，现为 2" in office.get(JUNE, check="yes")[1]
    assert office.post(f"{JUNE}/anew", version="1") == (303, JUNE)
    text = office.get(JUNE, check="yes")[1]
    assert "已变" not in text and Bulletin.objects.get().version == 2


def test_the_drafter_is_told_to_let_another_person_sign(bureau: Bureau, office: Reader, drafted: Bulletin) -> None:
    assert "起草人不能签发自己的通报" in office.get(JUNE)[1]
    status, text = office.post(f"{JUNE}/sign", version="1")
    assert status == 422 and "起草人不能签发" in text
    assert "/sign" in Reader(bureau.accounts[CITY]).get(JUNE)[1]


def test_what_was_drafted_anew_meanwhile_is_not_signed_unseen(
    bureau: Bureau, office: Reader, drafted: Bulletin
) -> None:
    office.post(f"{JUNE}/anew", version="1")
    status, text = Reader(bureau.accounts[CITY]).post(f"{JUNE}/sign", version="1")
    assert status == 409 and "请看过再办" in text and Bulletin.objects.get().signed_by is None


def test_an_issued_bulletin_shows_seal_and_root_and_takes_no_more_words(
    bureau: Bureau, office: Reader, drafted: Bulletin
) -> None:
    own = boxes(office.get(JUNE)[1])
    held = issued(bureau, office)
    text = office.get(JUNE)[1]
    assert held.seal in text and held.root in text and "已印发" in text and "<textarea" not in text
    status, text = office.post(f"{JUNE}/text", paragraph=own, version="3")
    assert status == 422 and "已印发的不能再改" in text
    Bulletin.objects.update(title="改了")
    assert "与封条不符" in office.get(JUNE)[1]


def test_a_change_after_the_sign_off_takes_it_back(bureau: Bureau, office: Reader, drafted: Bulletin) -> None:
    Reader(bureau.accounts[CITY]).post(f"{JUNE}/sign", version="1")
    own = boxes(office.get(JUNE)[1])
    assert office.post(f"{JUNE}/text", paragraph=own, version="2", sent_to="各单位")[0] == 303
    held = Bulletin.objects.get()
    assert (held.status, held.signed_by) == (Status.DRAFT, None)


def test_drafts_are_for_office_and_leaders_and_issued_ones_for_everyone_with_a_duty(
    bureau: Bureau, office: Reader, drafted: Bulletin
) -> None:
    unit = Reader(bureau.accounts[BASIC])
    assert unit.get(JUNE)[0] == 403 and "推进情况" not in unit.get("/bulletin")[1]
    for reader in (unit, Reader(bureau.accounts[NORTH])):
        assert reader.post("/bulletin/new", period="2020-05")[0] == 403
        for doing in ("text", "anew", "sign", "issue"):
            assert reader.post(f"{JUNE}/{doing}", version="1")[0] == 403
    assert Reader(bureau.accounts[CITY]).post(f"{JUNE}/issue", version="1")[0] == 403
    issued(bureau, office)
    assert unit.get(JUNE)[0] == 200 and "推进情况" in unit.get("/bulletin")[1]
    assert unit.get("/bulletin/2020/2020-05/1")[0] == 404


def test_the_document_comes_as_word_and_its_name_says_that_it_is_a_draft(office: Reader, drafted: Bulletin) -> None:
    answer = office.client.get(f"{JUNE}/docx")
    assert answer.status_code == 200 and "%E8%8D%89%E7%A8%BF" in answer.headers["Content-Disposition"]
    words = "".join(paragraph.text for paragraph in docx.Document(io.BytesIO(answer.content)).paragraphs)
    assert "共有工作事项3项" in words
    assert office.get(f"{JUNE}/exe")[0] == 404


def test_without_libreoffice_the_page_says_how_to_get_a_pdf(
    office: Reader, drafted: Bulletin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "PROGRAMS", ("no-such-program",))
    text = office.get(JUNE)[1]
    assert f"{JUNE}/pdf" not in text and "请在 Word 里另存为 PDF" in text
    status, text = office.get(f"{JUNE}/pdf")
    assert status == 422 and "没有LibreOffice" in text


def test_the_pages_speak_english_around_the_chinese_text(bureau: Bureau, drafted: Bulletin) -> None:
    reader = Reader(bureau.accounts[OFFICE], "en")
    text = reader.get(JUNE)[1]
    assert "Take figures anew" in text and "by another person" in text and "重新取数" not in text
    assert "Bulletins" in reader.get("/bulletin")[1]
