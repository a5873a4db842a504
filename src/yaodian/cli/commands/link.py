"""yaodian link: the lists of a warehouse linked: which rows are one person."""

from __future__ import annotations

import getpass
from datetime import date
from pathlib import Path

import click

from yaodian.cli.given import lang, records
from yaodian.cli.language import say
from yaodian.cli.progress import Line
from yaodian.cli.shape import Command
from yaodian.warehouse.audit import FileAudit
from yaodian.workspace.linking import link_persons
from yaodian.workspace.records_loading import AUDIT, existing


def run(records: Path, who: str | None) -> int:
    warehouse, line = existing(records), Line()
    audit = FileAudit(records / AUDIT)
    linked, release = link_persons(
        warehouse,
        actor=who or getpass.getuser(),
        audit=audit,
        on=date.today(),
        progress=lambda share: line.tell(share, say("关联名册", "linking the lists")),
    )
    line.close()
    told = linked.tally
    click.echo(
        say(
            f"{told.rows:,} 条记录，{told.persons:,} 人；凭证件号、姓名和出生日期确认 {told.confirmed:,} 条，"
            f"凭其他线索认定 {told.weighed:,} 条（预计认错 {linked.wrong:.1f}），请人辨认 {told.asked:,} 对",
            f"{told.rows:,} records of {told.persons:,} persons; {told.confirmed:,} confirmed by number, name and birth date,"
            f" {told.weighed:,} by other evidence ({linked.wrong:.1f} expected wrong), {told.asked:,} pairs for people",
        )
    )
    click.echo(say(f"版本 {release.id}", f"release {release.id}"))
    return 0


command = Command(
    "link",
    callback=run,
    params=[
        records(),
        click.Option(
            ["--who"],
            metavar=say("姓名", "NAME"),
            help=say("记入留痕的经办人；不写用登录名。", "Who is named in the audit; without it the login name."),
        ),
        lang(),
    ],
    help=say(
        "把各名册的行关联到人：证件号相同只是线索，还要姓名和出生日期一致；其余按证据轻重认定，拿不准的交人辨认。要打开保险库，先留痕。",
        "Link the rows of the lists to persons: an equal number counts only with name and birth date; the rest by the weight "
        "of the evidence, and people decide what is unclear. The vault is opened for it, audited before.",
    ),
    examples="yaodian link --records out/records",
)
