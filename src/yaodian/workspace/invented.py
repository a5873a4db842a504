"""虚构: what belongs to the invented city is marked by the README.md of its folder, and its warehouse by its keys."""

from __future__ import annotations

from pathlib import Path

from yaodian.domain.finding import Refusal, Words
from yaodian.warehouse.keys import Keys

README, MARK = "README.md", "# 演示数据\n"


def is_invented_folder(folder: Path) -> bool:
    """Whether a folder was written by `yaodian demo-city`."""
    readme = folder / README
    return readme.is_file() and readme.read_bytes().startswith(MARK.encode())


def is_invented(file: Path) -> bool:
    """Whether a file lies within a folder of the invented city."""
    return any(is_invented_folder(folder) for folder in (file.resolve(), *file.resolve().parents))


def must_be_alike(folder: Path, keys: Keys, *, invented: bool) -> None:
    """Refuse real records in a warehouse of invented ones, which can never be turned into a real one, and the reverse."""
    if keys.demo and not invented:
        raise Refusal(
            Words(
                f"数仓{folder}装的是演示数据，不能再装真实的；请换新的数仓和新的密钥文件（自编的试验文件加 --invented）",
                f"the warehouse {folder} holds invented records and takes no real ones: use a new one with a new key file "
                "(for a file that you made up, --invented)",
            )
        )
    if invented and not keys.demo:
        raise Refusal(
            Words(
                f"数仓{folder}的密钥是真实数据的，不能装演示数据；请换新的数仓和新的密钥文件",
                f"the keys of the warehouse {folder} are for real records: use a new one with a new key file",
            )
        )
