"""The article among a page's lines: from its title to its signature, without the site's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaodian.compiler.read.blocks import Block

META = re.compile(
    r"(?<![\u4e00-\u9fff])(?:发布|发稿|更新|上线|添加|录入|成文|发文|生成|公开)?(?:时间|日期)\s*[:：]\s*\[?\s*\d{4}"
    r"|(?<![\u4e00-\u9fff])(?:信息|文章|稿件)?来源\s*[:：]|(?<![\u4e00-\u9fff])作者\s*[:：]|责任编辑|^编辑\s*[:：]"
    r"|浏览(?:次数|量)?\s*[:：]|点击(?:数|量|次数)\s*[:：]|阅读(?:次数|量|数)?\s*[:：]|访问量\s*[:：]|字[体号]\s*[:：]|打印(?:本页|此页|$)|分享到|扫一扫"
    r"|(?:当前|您的|所在|现在的?)位置\s*[:：]|您现在的?位置|索\s*引\s*号|(?:主题|信息)分类(?:\s|[:：]|$)|信息名称(?:\s|[:：]|$)"
    r"|公开(?:方式|形式|类别|范围)\s*[:：]|^无障碍(?:阅读|浏览|版)|^长者(?:模式|版|专区)"
)
FOOT = re.compile(
    r"版权所有|网站标识码|ICP\s*备|公网安备|网安备|网站地图|技术支持\s*[:：]|copyright|建议使用.*浏览|屏幕分辨率|您是第\d*|网站声明|隐私声明"
    r"|(?:主办|承办)(?:单位)?\s*[:：].*(?:地址|电话|维护)|地址\s*[:：].*(?:电话|邮编)",
    re.I,
)
LAST_FOOT = re.compile(r"(?:主办|承办|协办|运行维护)(?:单位)?\s*[:：]|地址\s*[:：]")
"""Such a line is the site's only where no sentence follows it: in the text it names who does the work."""
AROUND = re.compile(
    r"(?:上一[篇条]|下一[篇条])\s*[:：].*|(?:相关(?:文章|链接|阅读|信息|稿件)|友情链接|附件下载)\s*[:：]?|欢迎访问.*"
    r"|(?:关闭|打印|收藏|加入|设为|纠错|返回|首页|顶部|列表|窗口|本页|网页|字体|字号|分享|[大中小\s|·:：\[\]【】()（）])+"
)
MARK = re.compile(
    r"(?:[一二三四五六七八九十百]+[、.．是]|[（(〔][一二三四五六七八九十\d]+[）)〕]|\d{1,3}[.．、]|[①-⑳⑴-⒇]|第[一二三四五六七八九十百]+[章节部])"
)
SIGNATURE = re.compile(
    r"\S{2,24}(?:局|委|委员会|厅|会|府|办公室|小组)|(?:二〇\w+|\d{4})年\w{1,3}月\w{1,3}日|[（(].{2,20}[）)]|附件?[:：].*"
)
TITLE_WORDS = re.compile(r"要点|计划|方案|通知|意见|任务|分工|安排|措施")
LONG = 30
SENTENCE = 5
SHORTEST_TITLE = 6
MOST_LINKED = 0.5
MOST_OUTSIDE = 0.1
SIGNATURE_LINES = 4
SITE_SEPARATOR = re.compile(r"\s*[_|｜>»]+\s*|\s+[-—–]+\s+|(?<=\D)[-—–]+(?=\D)")


def title_among(declared: str | None, headings: Sequence[str], page_title: str) -> str:
    """The article's title: as declared, else the heading that the page's title begins with or holds, else the latter's part."""
    if declared:
        return declared
    parts = [part for part in SITE_SEPARATOR.split(page_title) if part]
    for heading in headings:
        if any(squeezed(heading) in squeezed(part) or squeezed(part) in squeezed(heading) for part in parts):
            return heading
    named = [text for text in (*headings, *parts) if TITLE_WORDS.search(text)]
    return next(iter((*named, *headings, *parts)), "")


def is_meta(text: str) -> bool:
    return len(text) < 200 and bool(META.search(text))


def article(blocks: Sequence[Block], bounds: range | None, title: str) -> list[Block]:
    """The title and the blocks of the article, in order; `bounds` is the part that the page itself calls its article."""
    if bounds and _holds_most(blocks, bounds):
        inside = _without_foot([blocks[at] for at in bounds])
        return _titled([block for block in inside if not _is_chrome(block)], title)
    contents = [at for at, block in enumerate(blocks) if _is_content(block)]
    while contents and LAST_FOOT.match(blocks[contents[-1]].text):
        contents.pop()
    if not contents:
        return _titled([block for block in blocks if not _is_chrome(block)], title)
    last = contents[-1]
    first = _title_at(blocks, title, contents)
    if first is None:
        first = contents[0]
        head = [block for block in blocks[max(0, first - 3) : first] if TITLE_WORDS.search(block.text)]
    else:
        head = []
    kept = [block for block in (*head, *blocks[first : last + 1]) if not _is_chrome(block)]
    return _titled([*kept, *_signature(blocks[last + 1 :])], title)


def _without_foot(blocks: Sequence[Block]) -> Sequence[Block]:
    """Without the site's last lines, where a tag never closed has drawn them into the article."""
    end = len(blocks)
    while end and (_is_chrome(blocks[end - 1]) or LAST_FOOT.match(blocks[end - 1].text)):
        end -= 1
    return blocks[:end] if any(FOOT.search(block.text) for block in blocks[end:]) else blocks


def _holds_most(blocks: Sequence[Block], bounds: range) -> bool:
    """Whether hardly any sentence stands outside: a text set in two parts is not to lose one."""
    outside = sum(len(b.text) for at, b in enumerate(blocks) if at not in bounds and _is_content(b))
    return outside <= MOST_OUTSIDE * sum(len(blocks[at].text) for at in bounds)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _is_content(block: Block) -> bool:
    text = block.text
    if _is_chrome(block):
        return False
    if block.row or MARK.match(text):
        return True
    return len(text) >= LONG or (len(text) >= SENTENCE and bool(re.search("[。；]", text)))


def _is_chrome(block: Block) -> bool:
    text = block.text
    if block.linked > MOST_LINKED * len(text):
        return True
    if len(text) < 60 and AROUND.fullmatch(text):
        return True
    return is_meta(text) or (len(text) < 300 and bool(FOOT.search(text)))


def _title_at(blocks: Sequence[Block], title: str, contents: Sequence[int]) -> int | None:
    """Where the article's title stands: below it is at least half of the content."""
    wanted = squeezed(title)
    middle = contents[len(contents) // 2]
    for at in range(middle, -1, -1):
        found = squeezed(blocks[at].text)
        if wanted and (found == wanted or (len(found) >= SHORTEST_TITLE and wanted.startswith(found))):
            return at
    return None


def _signature(tail: Sequence[Block]) -> list[Block]:
    """The issuing body and the date below the last sentence."""
    signed = []
    for block in tail[:SIGNATURE_LINES]:
        if _is_chrome(block) or not SIGNATURE.fullmatch(squeezed(block.text)):
            break
        signed.append(block)
    return signed


def _titled(blocks: list[Block], title: str) -> list[Block]:
    lead = squeezed("".join(block.text for block in blocks[:4]))
    return blocks if not title or squeezed(title) in lead else [Block((title,)), *blocks]
