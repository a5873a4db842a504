"""How bureau websites name the parts of a page: what is skipped, what is site around the article, what holds it."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SKIPPED = _words(
    "head script style noscript template iframe frame svg math object applet canvas audio video map nav footer "
    "select option button textarea input"
)
LINE_TAGS = _words(
    "p div h1 h2 h3 h4 h5 h6 ul ol li tr td th table tbody thead tfoot caption section article header main "
    "aside dl dt dd blockquote center form fieldset legend pre hr address figure figcaption body html"
)
CHROME_WORDS = _words(
    "nav navbar navi menu submenu breadcrumb breadcrumbs crumb crumbs bread footer foot copyright share "
    "bdshare bdsharebuttonbox jiathis toolbar toolbox sidebar related recommend pagination pager qrcode qr "
    "print search login banner logo topbar location dqwz weizhi position prevnext hidden"
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
MAIN_WORDS = re.compile(
    r"^(?:zoom|ucap-content|trs_editor|view|vsb_content(?:_\d+)?|v_news_content|article[-_]?(?:content|con|body|text)"
    r"|news[-_]?(?:content|con|text)|detail[-_]?(?:content|con)|txt_?con|xxgk[-_]?content|wp_articlecontent"
    r"|info[-_]?content|content[-_]?text|j-fontcontent|pages_content|main-?text|nr|article)$",
    re.I,
)
