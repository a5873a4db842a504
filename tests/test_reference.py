"""What is documented is there, and what is there is documented."""

from __future__ import annotations

import gc
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from unittest import mock

import docx
import pytest
from tools.reference import FOLDER, commands, pages
from tools.reference_forms import heading

from tests.effort import EFFORT
from tests.loaded_city import Loaded
from yaodian.cli.main import Exit, main
from yaodian.workspace.bureau import shipped_folder
from yaodian.workspace.plans import shipped_catalogue

ROOT = Path(__file__).parents[1]
DOCUMENTS = (
    "README.md",
    "README.zh.md",
    "docs/tutorial/first-plan.md",
    "docs/how-to/other-formats.md",
    "docs/how-to/another-bureau.md",
    "docs/how-to/add-an-indicator.md",
    "docs/how-to/ledger-and-bulletin.md",
)
LIKE_THE_README = ("README.zh.md", "docs/tutorial/first-plan.md")  # the same commands once more
ON_RECORDS = (
    "docs/how-to/demo-city.md",
    "docs/how-to/balance.md",
    "docs/how-to/score-a-plan.md",
    "docs/how-to/nobody-left-out.md",
)  # out/records is a city
WITH_A_DATABASE = ("docs/how-to/ledger-and-bulletin.md",)  # each command starts a process
SLOW = (*LIKE_THE_README, *WITH_A_DATABASE)
BLOCK = re.compile(r"(?P<before>[^\n]*)\n+```(?P<form>console|diff|yaml)\n(?P<body>.*?)\n```", re.DOTALL)
RECIPE = re.compile(r"^`(?P<path>src/[^`]+\.py)`\n```python\n(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)[^)]*\)")
ENTRIES = [entry for entries in shipped_catalogue().entries.values() for entry in entries.values()]
GENERATED = pages()


@dataclass
class Call:
    """A command that a page shows, what it prints there, and its exit code."""

    command: str
    shown: list[str] = field(default_factory=list)
    code: int = Exit.FINE


def calls_in(block: str) -> Iterator[Call]:
    """`$ …` lines with the lines below each; `$ echo $?` says the exit code of the call before it."""
    call: Call | None = None
    for line in block.splitlines():
        if line == "$ echo $?":
            assert call is not None
            yield Call(call.command, call.shown, -1)
            call = Call("")
        elif line.startswith("$ "):
            if call and call.command:
                yield call
            call = Call(line[2:])
        elif call:
            call.shown.append(line)
    if call:
        yield call


def settled(calls: Iterator[Call]) -> list[Call]:
    """The calls with the exit codes that the page shows for them."""
    done: list[Call] = []
    for call in calls:
        if call.command:
            done.append(call)
        else:
            done[-1].code = int(call.shown[0])
    return done


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder as a reader of the documents has it: the repository's sources and some documents of their own."""
    (tmp_path / "src").symlink_to(ROOT / "src")
    plan = (shipped_folder() / "plans" / "2020.txt").read_text(encoding="utf-8")
    (tmp_path / "讨论稿.txt").write_text(plan, encoding="utf-8")
    (tmp_path / "定稿.txt").write_text(plan.replace("艺术特色学校25所", "艺术特色学校20所"), encoding="utf-8")
    (tmp_path / "清河市2024年要点.txt").write_text(
        "清河市2024年教育工作要点\n\n一、推进基础教育优质发展\n\n"
        "1.扩大学位供给。新建公办幼儿园6所，6月底前新增学位1800个。（牵头单位：基教科；配合单位：办公室）\n\n"
        "2.提高教学质量。制定《清河市中小学教研工作规定》。（责任单位：基础教育科、各科室）\n",
        encoding="utf-8",
    )
    (tmp_path / "旧文件.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    for name in ("你的要点.docx", "去年的要点.docx"):
        document = docx.Document()
        for paragraph in filter(None, plan.splitlines()):
            document.add_paragraph(paragraph)
        document.save(str(tmp_path / name))
    return tmp_path


def edit(folder: Path, body: str) -> None:
    """Change a file as a `diff` block says."""
    head, *lines = body.splitlines()
    path = folder / head.removeprefix("--- ")
    old = "\n".join(line[1:] for line in lines if line.startswith("-"))
    new = "\n".join(line[1:] for line in lines if line.startswith("+"))
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def run(folder: Path, call: Call, setting: Mapping[str, str] | None = None) -> str:
    """What a `yaodian` or `cp` command prints; its exit code is what the page says. At the effort check `yaodian` runs in
    this process where it needs no database, at the others as a reader would start it."""
    name, *words = call.command.split()
    if name == "yaodian" and EFFORT == "check" and setting is None and "--database" not in words:
        return run_here(folder, words, call)
    program = [sys.executable, "-c", "from yaodian.cli.main import main; main()"] if name == "yaodian" else [name]
    environment = {k: v for k, v in os.environ.items() if k != "YAODIAN_LANG"} | {"PYTHONUTF8": "1"}
    environment |= setting or {}
    done = subprocess.run(
        [*program, *words], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == call.code, f"{call.command}: {done.returncode}\n{done.stderr}"
    return done.stdout + done.stderr


def run_here(folder: Path, words: list[str], call: Call) -> str:
    """The same in this process; what is kept from one command to the next is not part of what a page shows."""
    out, err = StringIO(), StringIO()
    environment = {k: v for k, v in os.environ.items() if k != "YAODIAN_LANG"}
    with (
        chdir(folder),
        mock.patch.dict(os.environ, environment, clear=True),
        mock.patch.object(sys, "argv", ["yaodian", *words]),
        redirect_stdout(out),
        redirect_stderr(err),
        pytest.raises(SystemExit) as ended,
    ):
        main()
    gc.enable()  # main() leaves collecting to the end of its process
    assert ended.value.code == call.code, f"{call.command}: {ended.value.code}\n{err.getvalue()}"
    return out.getvalue() + err.getvalue()


def is_printed(shown: str, printed: list[str]) -> bool:
    """Whether the output has a shown line; what `…` stands for at a line's end is left open."""
    if shown.rstrip().endswith("…"):
        return any(line.startswith(shown.rstrip().removesuffix("…").rstrip()) for line in printed)
    return shown.rstrip() in [line.rstrip() for line in printed]


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.slow] if name in SLOW else []) for name in DOCUMENTS]
)
def test_the_commands_of_a_page_run_and_print_what_it_shows(name: str, office: Path) -> None:
    for block in BLOCK.finditer((ROOT / name).read_text(encoding="utf-8")):
        if block["form"] == "diff":
            edit(office, block["body"])
        elif block["form"] == "yaml" and (named := re.match(r"`([\w/]+\.yaml)`", block["before"])):
            (office / named[1]).parent.mkdir(exist_ok=True)
            (office / named[1]).write_text(block["body"] + "\n", encoding="utf-8")
        elif block["form"] == "console":
            for call in settled(calls_in(block["body"])):
                if call.command.startswith(("yaodian ", "cp ")):
                    printed = run(office, call).splitlines()
                    missing = [line for line in call.shown if line.strip() and not is_printed(line, printed)]
                    assert missing == [], f"{name}: `{call.command}` no longer prints these lines"


@pytest.mark.slow
@pytest.mark.parametrize("name", ON_RECORDS)
def test_the_commands_of_a_page_on_records_run(
    name: str, office: Path, loaded_city: Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    (office / "out").mkdir()
    shutil.copytree(loaded_city.warehouse.folder, office / "out" / "records")
    monkeypatch.setenv("YAODIAN_KEY_FILE", str(loaded_city.warehouse.folder.parent / "keys"))
    test_the_commands_of_a_page_run_and_print_what_it_shows(name, office)


def test_the_recipes_for_contributors_work_as_they_stand(tmp_path: Path) -> None:
    recipes = {m["path"]: m["code"] for m in RECIPE.finditer((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))}
    assert len(recipes) == 5
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for path, code in recipes.items():
        assert not (tmp_path / path).exists(), path
        (tmp_path / path).write_text(code, encoding="utf-8")
    plan = "清河市2024年要点\n\n1.交流。选派骨干教师支教30人。\n\n2.招生。落实招生政策，争取上级支持。\n"
    (tmp_path / "plan.txt").write_text(plan, encoding="utf-8")
    environment = {"PYTHONPATH": str(tmp_path / "src")}
    read = run(tmp_path, Call("yaodian read plan.txt --bureau none --format json"), environment)
    assert '"kind": "rotation"' in read and '"indicator": "posting_count"' in read and '"YD308"' in read
    names = [Path(path).stem for path in recipes]
    explained = f"from yaodian.cli.main import group\nfor name in {names}: group().main(['explain', name], standalone_mode=False)"
    done = subprocess.run(
        [sys.executable, "-c", explained],
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0 and all(name in done.stdout for name in names), done.stderr


@pytest.mark.parametrize("name", GENERATED)
def test_a_generated_page_is_up_to_date(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == GENERATED[name], "run `make docs`"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_entry_of_the_catalogue_has_its_heading(entry: type) -> None:
    assert sum(heading(entry) in page.splitlines() for page in GENERATED.values()) == 1


@pytest.mark.parametrize("name", commands())
def test_a_command_has_examples_that_call_it(name: str) -> None:
    examples = [line.strip() for line in commands()[name].examples.strip().splitlines()]
    assert examples and all(line.startswith(f"yaodian {name}") for line in examples)
    assert all(line in GENERATED["commands.md"] for line in examples)


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "README.zh.md", ROOT / "CONTRIBUTING.md",
                                  *sorted((ROOT / "docs").rglob("*.md"))], ids=lambda page: page.name)  # fmt: skip
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", sorted(FOLDER.parent.rglob("*.md")), ids=lambda page: page.name)
def test_a_page_of_the_documentation_is_named_in_its_index(page: Path) -> None:
    index = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    relative = page.relative_to(FOLDER.parent).as_posix()
    assert relative in index or page.name == "README.md", "name it in docs/README.md"
