"""Pages saved from bureau websites: the article is read, the site around it is not."""

from __future__ import annotations

import pytest

from yaodian.compiler.read import read_bytes
from yaodian.domain.text import Format

pytestmark = pytest.mark.usefixtures("read_here")
TITLE = "清溪市2021年教育工作要点"
AIM = "2021年全市教育工作的总体要求是：坚持立德树人，办好人民满意的教育。"
ARTICLE = [
    TITLE,
    AIM,
    "一、建强教师队伍",
    "1.培训教师。全年培训乡村教师300名，建成名师工作室12个。",
    "（责任科室：人事科）",
    "清溪市教育局",
    "2021年3月1日",
]
BODY = (
    f"<p>　　{AIM}</p><p>&nbsp;&nbsp;&nbsp;<strong>一、建强<span>教师</span>队伍</strong></p>"
    "<p>1.培训教师。全年培训乡村教师<b>300</b>名，\n  建成名师工作室12个。<br/>（责任科室：人事科）</p>"
    "<p style='text-align:right'>清溪市教育局</p><p>2021年3月1日　</p>"
)
HEAD = (
    "<div class='top'><a href='/'>首页</a> | <a href='/x'>政务公开</a></div>"
    "<div class='dqwz'>您当前的位置：<a href='/'>首页</a> &gt; <a href='/j'>教育要闻</a> &gt; 正文</div>"
)
INFO = (
    "<div class='info'>发布时间：2021-03-02 09:05　来源：局办公室　浏览次数：<span>128</span>　字体：【大 中 小】</div>"
)
SHARE = "<div class='bdsharebuttonbox'>分享到：<a href='#'>微信</a></div>"
AFTER = "<div>上一篇：<a href='1'>关于放假的通知</a></div><div>下一篇：没有了</div>"
FOOT = (
    "<div class='bottom'><p>主办单位：清溪市教育局　承办单位：清溪市教育信息中心</p>"
    "<p>地址：清溪市学府路1号　邮编：100000　电话：010-0000</p>"
    "<p>版权所有 清溪市教育局　黔ICP备00000000号　网站标识码0000000000</p><p><a href='/map'>网站地图</a></p></div>"
)


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>{TITLE}_清溪市教育局</title>{head}</head><body>{body}</body></html>"


PAGES = {
    "with a named content block": HEAD + f"<h1>{TITLE}</h1>{INFO}<div id='zoom'>{BODY}</div>{SHARE}{AFTER}{FOOT}",
    "without any names": f"<div>{HEAD}</div><div><div>{TITLE}</div>{INFO}<div>{BODY}</div>{AFTER}</div>{FOOT}",
    "laid out as tables": (
        f"<table><tr><td>{HEAD}</td></tr><tr><td width='200'><a href='a'>机构</a><br><a href='b'>公告</a></td><td>"
        f"<table><tr><td>{TITLE}</td></tr><tr><td>{INFO}</td></tr><tr><td>{BODY}</td></tr></table>"
        f"</td></tr></table>{FOOT}"
    ),
    "inside one form": f"<form id='form1'>{HEAD}<div class='TRS_Editor'><h2>{TITLE}</h2>{BODY}</div>{FOOT}</form>",
    "with tags never closed": HEAD
    + f"<div><h1>{TITLE}</h1>{INFO}<div class='article-content'><font>{BODY}<font>"
    + FOOT,
    "with scripts and hidden parts": (
        f"<script>var a='一、脚本。';</script><style>p{{}}</style><div style='display:none'>二、隐藏的话。</div>"
        f"<!-- 三、注释。 --><article><h1>{TITLE}</h1>{BODY}</article><footer>{FOOT}</footer>"
    ),
}


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES)
def test_the_article_is_read_and_the_site_is_not(body: str) -> None:
    source = read_bytes(page(body).encode(), "要点.html")
    assert source.format is Format.HTML
    assert source.text.splitlines() == ARTICLE


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030", "utf-8", "nonsense", None])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_the_charset_is_found_even_where_the_page_lies(declared: str | None, encoding: str) -> None:
    meta = f"<meta http-equiv='Content-Type' content='text/html; charset={declared}'>" if declared else ""
    data = page(PAGES["with a named content block"], meta).encode(encoding)
    assert read_bytes(data, "要点.htm").text.splitlines() == ARTICLE


def test_a_page_called_txt_is_read_as_a_page() -> None:
    assert read_bytes(page(BODY).encode(), "要点.txt").format is Format.HTML
    assert read_bytes(f"<div>{BODY}</div>".encode(), "要点.txt").format is Format.HTML
    assert read_bytes(AIM.encode(), "要点.html").format is Format.TXT


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ("", INFO, "2021-03-02T09:05"),
        ("<meta name='PubDate' content='2021-03-02 10:00:00'>", "", "2021-03-02T10:00"),
        ("<meta name='PubDate' content='2021-03-02'>", INFO, "2021-03-02T09:05"),
        ("", "<span>发布日期：2021年3月2日</span>", "2021-03-02"),
        ("<meta property='article:published_time' content='2021-03-02T08:00:00+08:00'>", "", "2021-03-02T08:00"),
        ("", "", None),
    ],
)
def test_the_publish_date_is_kept(head: str, body: str, published: str | None) -> None:
    source = read_bytes(page(f"<h1>{TITLE}</h1>{body}<div id='zoom'>{BODY}</div>", head).encode(), "a.html")
    assert source.published == published
    assert "发布" not in source.text


def test_table_rows_stand_on_one_line_with_bars_and_anchors() -> None:
    table = (
        "<table><thead><tr><th>序号</th><th>任务</th><th>责任单位</th></tr></thead><tbody>"
        "<tr><td colspan='3'>一、教师队伍</td></tr>"
        "<tr><td rowspan='2'>1</td><td><p>培训教师</p><p>300名</p></td><td>人事科</td></tr>"
        "<tr><td>评选\n名师</td><td>教研室|<br>人事科\n  基教科</td></tr></tbody></table>"
    )
    source = read_bytes(page(f"<h1>{TITLE}</h1><p>{AIM}</p>{table}<p>二、学校建设。</p>").encode(), "a.html")
    assert source.text.splitlines()[2:7] == [
        "| 序号 | 任务 | 责任单位 |",
        "| 一、教师队伍 |",
        "| 1 | 培训教师 300名 | 人事科 |",
        "|  | 评选名师 | 教研室｜ 人事科 基教科 |",
        "二、学校建设。",
    ]
    anchor = source.anchor(source.text.index("评选名师"))
    assert anchor is not None
    assert (anchor.table, anchor.row, anchor.cell) == (1, 4, 2)


def test_numbers_of_an_ordered_list_are_written_out() -> None:
    body = "<h1>x</h1><p>一、任务如下。</p><ol start='3'><li>培训教师。</li><li>建设学校。</li></ol><ul><li>其他。</li></ul>"
    text = read_bytes(page(f"<div id='zoom'>{body}</div>").encode(), "a.html").text
    assert "3.培训教师。\n4.建设学校。\n其他。\n" in text


def test_links_inside_the_text_stay_and_lines_of_links_go() -> None:
    body = f"<h1>{TITLE}</h1><p>1.用好<a href='x'>智慧教育平台</a>，开放资源。</p><p><a href='y'>相关政策解读：办好教育的问答。</a></p>"
    text = read_bytes(page(body).encode(), "a.html").text
    assert text.splitlines() == [TITLE, "1.用好智慧教育平台，开放资源。"]


@pytest.mark.parametrize("named", ["id='zoom'", "class='x'"])
@pytest.mark.parametrize(
    "line",
    [
        "主办单位：体卫艺科",
        "完成时间：2021年6月30日",
        "大力推进学校建设",
        "中小学校实现全覆盖",
        "关闭不合格培训机构5家",
        "返回学校复课的准备",
        "推进政务公开方式创新",
        "无障碍环境建设",
        "责任科室：办公室",
        "1、附件管理",
    ],
)
def test_lines_of_the_plan_that_sound_like_the_site_are_kept(named: str, line: str) -> None:
    body = f"{HEAD}<h1>{TITLE}</h1><div {named}><p>1.办好艺术节。</p><p>{line}</p><p>2.办好运动会。</p></div>{FOOT}"
    lines = read_bytes(page(body).encode(), "a.html").text.splitlines()
    assert lines == [TITLE, "1.办好艺术节。", line, "2.办好运动会。"]


def test_a_long_footer_line_is_dropped_even_without_its_usual_words() -> None:
    foot = "<p>主办单位：清溪市教育局机关委员会　承办单位：清溪市教育信息与数据管理中心</p>"
    assert "数据管理" not in read_bytes(page(f"<h1>{TITLE}</h1>{BODY}{foot}").encode(), "a.html").text


def test_a_document_number_below_the_title_is_kept() -> None:
    body = f"<h1>{TITLE}</h1>{INFO}<p>清教发〔2021〕3号</p><div id='text'>{BODY}</div>"
    assert read_bytes(page(body).encode(), "a.html").text.splitlines()[:3] == [TITLE, "清教发〔2021〕3号", AIM]


def test_an_article_set_in_two_parts_loses_neither() -> None:
    first, second = (
        "".join(f"<p>{n}.第{n}项任务，完成学校建设{n}所。</p>" for n in range(*part)) for part in ((1, 9), (9, 13))
    )
    body = f"<h1>{TITLE}</h1>{INFO}<div class='TRS_Editor'>{first}</div><div class='part'>{second}</div>{FOOT}"
    lines = read_bytes(page(body).encode(), "a.html").text.splitlines()
    assert lines[0] == TITLE
    assert len(lines) == 13
