"""文件与平台: titled documents with what the plan does to them, and named digital platforms."""

from __future__ import annotations

import re

from yaodian.compiler.parse.layout import Layout
from yaodian.domain.plan import Document, DocumentRole, Platform

TITLE = re.compile(r"《([^《》\n]{2,160}(?:《[^《》]*》[^《》\n]*)?)》")
_BEFORE = (
    (DocumentRole.PUBLISH, re.compile(r"(?:出台|印发|发布|颁布|下发|公布)[^。;《》]{0,12}$")),
    (DocumentRole.DRAFT, re.compile(r"(?:制定|制订|编制|编写|起草|拟定|拟订|修订|研制|编撰|形成)[^。;《》]{0,12}$")),
    (
        DocumentRole.IMPLEMENT,
        re.compile(
            r"(?:落实|贯彻|执行|实施|按照|根据|依据|对照|学习|宣传|确保|完善|围绕|遵循|依照|对标|施行)[^。;《》]{0,12}$"
        ),
    ),
    (DocumentRole.USE, re.compile(r"(?:推动|使用|用好|推广|选用|开设|运用|利用)[^。;《》]{0,12}$")),
)
_JOINED = re.compile(r"(?:和|及|、|与|以及)?》?《?")

_DIGITAL = "信息|数字|数据|网络|云|门户|智慧|智能|在线|线上|资源|应用|学籍|监管|服务|管理|教学|学习|互联网|直播|人人通|电子|远程|公众|预警|招生|录取|缴费|监测"
_ENDING = r"(?:云?平台|门户网站|网站|管理系统|应用系统|信息系统|服务系统|公众号|小程序|云课堂|数据库|(?<!教育)系统|空间(?=[”\"]?建设|[”\"]?$|[”\"]?应用))"
PLATFORM = re.compile(
    rf"(?:[一-鿿A-Za-z0-9·]{{2,24}}?)?(?:{_DIGITAL})[一-鿿A-Za-z0-9·]{{0,8}}?{_ENDING}|[一-鿿]{{2,10}}(?:门户网站|官方网站)"
)
QUOTED = re.compile(r"“([^“”\n]{2,30})”")
_QUOTED_PLATFORM = re.compile(rf"(?:平台|系统|网站|空间|云课|云校|APP|小程序|公众号)$|(?:{_DIGITAL}).*(?:平台|系统)")
_WITH_PLATFORM = re.compile(r"(?:平台|系统|网站)(?:和|及|与|、)[^“”,。;]{0,8}$")
_BEFORE_PLATFORM = re.compile(r"(?:和|及|与|、)[^“”,。;]{2,20}(?:平台|系统|网站)")
_OTHER_THING = re.compile(r"(?:等)?(?:工程|计划|项目|活动|行动|品牌|建设|机制)")
_LEADING = re.compile(
    r"^(?:.*?(?:依托|利用|用好|建设|建成|完善|升级|推进|推广|使用|运用|发挥|通过|搭建|打造|开发|接入|完成|做好|启动|加快|启用|优化|推动|开通|统筹|依靠|应用|构建|整合|加强|建好|用活|建立|健全|实施|落实|管理好|登录|在|与|和|及|、|对接|以|将|把|到|上线|全面))(?=.{3,})"
)
_HINT = re.compile("平台|系统|网站|空间|公众号|小程序|数据库|云课|云校|APP")
_NOT_DIGITAL = re.compile(
    r"培养|培训平台|交流平台|展示平台|合作平台|发展平台|成长平台|实践平台|省级平台|锻炼|^(?:相关|有关|各)|教育系统$|全系统$|^(?:教育|信息化|网络)?(?:服务|管理|学习|教学|资源)?平台$|一批|各类"
)


def documents_in(layout: Layout, start: int, end: int) -> list[Document]:
    """《》 titles with their role; a title joined to another by 和 or 、 has the same role."""
    found: list[Document] = []
    last_end = start
    for match in TITLE.finditer(layout.text, start, end):
        before = layout.text[max(last_end, match.start() - 24) : match.start()]
        role = found[-1].role if found and _JOINED.fullmatch(layout.text[last_end : match.start()]) else _role(before)
        found.append(Document(layout.words(*match.span(1)), role, layout.span(*match.span(1))))
        last_end = match.end()
    return found


def _role(before: str) -> DocumentRole:
    for role, pattern in _BEFORE:
        if pattern.search(before):
            return role
    return DocumentRole.OTHER


def platforms_in(layout: Layout, start: int, end: int) -> list[Platform]:
    """Named platforms: quoted names, names that end in 平台 and the like."""
    spans: list[tuple[int, int]] = []
    if not layout.holds(_HINT, start, end):
        return []
    for match in QUOTED.finditer(layout.text, start, end):
        name, after = match[1], layout.text[match.end() : match.end() + 4]
        joined = _WITH_PLATFORM.search(
            layout.text, max(start, match.start() - 16), match.start()
        ) or _BEFORE_PLATFORM.match(layout.text, match.end(), end)
        if (
            _QUOTED_PLATFORM.search(name)
            or (joined and not _OTHER_THING.match(after))
            or re.match(r"(?:资源|管理|服务|信息)?(?:平台|系统|网站|公众号|小程序|APP)", after)
        ):
            spans.append(match.span(1))
    for match in PLATFORM.finditer(layout.quoteless, start, end):
        lead = _LEADING.match(match[0])
        low = match.start() + (lead.end() if lead else 0)
        if not _NOT_DIGITAL.search(layout.text[low : match.end()]) and match.end() - low >= 4:
            spans.append((low, match.end()))
    return [Platform(layout.words(a, b), layout.span(a, b)) for a, b in sorted(set(spans))]
