"""yaodian open-export: the public pages, tables and feeds as a folder for an existing site."""

from __future__ import annotations

from typing import Any

from yaodian.cli.database import shared, writing_in_web
from yaodian.cli.given import demonstration_day, out_folder, records
from yaodian.cli.language import language, say
from yaodian.cli.shape import Command


def run(**given: Any) -> int:
    return writing_in_web("pages", "open_exported")(language=language(), **given)


command = Command(
    "open-export",
    callback=run,
    params=[
        out_folder("写到哪个文件夹。", "The folder to write to.", required=True),
        records(required=False),
        demonstration_day(),
        *shared(),
    ],
    help=say(
        "把公开页、开放数据和订阅写成一个文件夹，链接都是相对的，放到现有网站上即可。",
        "Write the public pages, open data and feeds as a folder with relative links, for an existing site to carry.",
    ),
    examples="yaodian open-export --out out/open --records out/records --database out/work.sqlite3",
)
