"""网页边角: lines that belong to the page or the site and not to the plan."""

from __future__ import annotations

import re

PAGE_NUMBER = re.compile(
    r"^\s*(?:[-—–―·]+\s*\d{1,3}\s*[-—–―·]+|第\s*\d{1,3}\s*页(?:\s*[,/，]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3}|\d{1,3})\s*$"
)
INLINE_PAGE_NUMBER = re.compile(r"[-—–―][ ]*\d{1,3}[ ]*[-—–―]|第[ ]*\d{1,3}[ ]*页[ ]*共[ ]*\d{1,3}[ ]*页")

SITE_WORDS = (
    "发布时间", "发布日期", "发文日期", "成文日期", "生成日期", "信息来源", "来源", "作者", "浏览", "点击", "阅读次数", "访问量", "字体", "字号",
    "打印", "关闭", "分享", "收藏", "上一篇", "下一篇", "上一条", "下一条", "版权所有", "版权", "主办单位", "承办单位", "技术支持", "网站地图",
    "网站标识", "联系我们", "备案", "ICP", "公网安备", "当前位置", "您的位置", "您当前", "首页", "索引号", "索 引 号", "信息分类", "主题分类",
    "发文机关", "发布机构", "责任编辑", "编辑", "审核", "扫一扫", "微信", "无障碍", "返回顶部", "相关链接", "相关阅读", "附件下载", "下载附件",
    "政务公开", "通知公告", "地址", "邮编", "热线", "监督电话", "抄送", "此件",
)  # fmt: skip
SITE_LINE = re.compile("^[\\s【\\[（(>]*(?:" + "|".join(map(re.escape, SITE_WORDS)) + ")")
SITE_INSIDE = re.compile(r"ICP备|公网安备|版权所有|\[打印\]|\[关闭\]|【打印】|【关闭】|(?:首页|主页)\s*[>»›]")
ATTACHED = re.compile(r"^\s*(?:附件|附表|附)\s*\d{0,2}\s*[:：.、]?\s*\S{0,60}$")
SIGNED_ON = re.compile(
    r"^\s*(?:20\d\d|二[〇○零]..?)\s*年[\d一二三四五六七八九十\s]{1,4}月[\d一二三四五六七八九十\s]{1,4}日\s*$"
)
PUBLISHED = re.compile(
    r"(?:发布|发文|成文|生成|公开|印发|录入|更新)?(?:时间|日期)\s*[:：]?\s*"
    r"(20\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})日?(?:[\sT]*(\d{1,2})[:∶](\d{2}))?"
)


def is_page_number(line: str) -> bool:
    return len(line) < 24 and PAGE_NUMBER.match(line) is not None


def is_site_line(line: str) -> bool:
    """Whether a short line speaks of the site (navigation, dates, counters, footers) and not of the plan."""
    return len(line) <= 90 and (SITE_LINE.match(line) is not None or SITE_INSIDE.search(line) is not None)


def published_in(text: str) -> str | None:
    """The publication date the page states, as 2020-02-25 or 2020-02-25T09:32."""
    match = PUBLISHED.search(text)
    if match is None:
        return None
    year, month, day, hour, minute = match.groups()
    on = f"{year}-{int(month):02d}-{int(day):02d}"
    return f"{on}T{int(hour):02d}:{minute}" if hour else on
