"""The rules of the house: small files, short functions, one word for one idea, one file for one thing, no place named."""

from __future__ import annotations

import ast
import builtins
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from yaodian.declare.declared import Declared
from yaodian.workspace.plans import shipped_catalogue
from yaodian.workspace.records import records_catalogue

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "yaodian"
FILES = sorted(SOURCE.rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION, MEDIAN_FILE = 400, 40, 100
LONG_FUNCTIONS: frozenset[str] = frozenset()
VAGUE = {"utils", "helpers", "common", "misc", "base", "manager", "core"}
# inside a package these take nothing away from the standard library: the command is named as it is typed
SHADOWS_INSIDE_A_PACKAGE = {"cli/commands/compile.py", "workspace/planfile/codecs.py"}
# the glossary's word → what else it is called elsewhere; only the glossary's word is used
SYNONYMS = {
    "unit": ("department", "dept", "division", "bureau_office"),
    "task": ("todo", "ticket", "assignment_item"),
    "indicator": ("kpi", "metric"),
    "deadline": ("due_date", "duedate"),
    "target": ("goal_value",),
    "supervision": ("supervise_item",),
    "bulletin": ("newsletter",),
    "section": ("chapter",),
    "finding": ("violation", "lint_error"),
    "student": ("kid",),
    "senior-secondary entrance exam": ("zhongkao",),
    "county": ("xian", "quxian"),
}
BANNED = re.compile(rf"(?:^|_)(?:{'|'.join(word for words in SYNONYMS.values() for word in words)})s?(?:_|$)")
# a folder of one machine, or a host that packages come from; a project file holds neither
MACHINE = re.compile(
    r"(?<![\w.])/(?:home|root|Users|opt|mnt|workspace|work)/\w|[A-Z]:\\\\?Users|"
    r"https?://[^\s/\"'<>]*(?:pypi|pythonhosted|mirror|artifactory|nexus|registry)|--(?:extra-)?index-url|--find-links"
)


def by_path(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@cache
def nodes(path: Path) -> list[ast.AST]:
    """What names or holds something in a file, parsed once for all tests."""
    wanted = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef, ast.arg, ast.Name, ast.Attribute)
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, wanted)]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in nodes(path):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def identifiers(path: Path) -> Iterator[tuple[str, int]]:
    """Names that a file gives: of classes, functions, parameters, attributes and variables."""
    for node in nodes(path):
        if isinstance(node, ast.ClassDef):
            yield re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", node.name), node.lineno
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.id if isinstance(node, ast.Name) else node.attr, node.lineno


@pytest.mark.parametrize("path", FILES, ids=by_path)
def test_a_file_is_at_most_four_hundred_lines_long(path: Path) -> None:
    assert length(path) <= LONGEST_FILE


def test_half_of_the_files_are_under_a_hundred_lines() -> None:
    assert median(length(path) for path in FILES if length(path)) < MEDIAN_FILE


def test_functions_are_at_most_forty_lines_long() -> None:
    long = {
        f"{by_path(path)}:{node.name}"
        for path in FILES
        for node in functions(path)
        if (node.end_lineno or node.lineno) - node.lineno + 1 > LONGEST_FUNCTION
    }
    assert long == LONG_FUNCTIONS


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not [by_path(path) for path in FILES if {path.stem, path.parent.name} & VAGUE]


def test_no_module_shadows_the_standard_library_or_a_builtin() -> None:
    taken = {*sys.stdlib_module_names, *dir(builtins)} - {"__init__"}
    assert {by_path(path) for path in FILES if path.stem in taken} <= SHADOWS_INSIDE_A_PACKAGE
    assert not {path.parent.name for path in FILES} & taken


def test_one_idea_has_one_word_in_identifiers() -> None:
    found = [
        f"{by_path(p)}:{line} {name}" for p in FILES for name, line in identifiers(p) if BANNED.search(name.lower())
    ]
    assert not found


def test_one_idea_has_one_word_in_the_names_of_files() -> None:
    assert not [by_path(path) for path in FILES if BANNED.search(path.stem)]


# columns and sides that several declarations share are no declarations of their own
NOT_WALKED = {"__pycache__", "columns", "sides"}
WALKED = {d for c in (shipped_catalogue(), records_catalogue()) for form in c.entries.values() for d in form.values()}
DECLARED = sorted(WALKED, key=lambda declared: (declared.form.__name__, declared.id))


@pytest.mark.parametrize("declared", DECLARED, ids=lambda declared: f"{declared.form.__name__}-{declared.id}")
def test_file_class_and_id_of_a_declaration_have_one_name(declared: type[Declared]) -> None:
    assert declared.__module__.rpartition(".")[2] == declared.id
    assert declared.__name__ == "".join(part.capitalize() for part in declared.id.split("_"))


def test_every_file_of_the_catalogue_declares_something() -> None:
    folders = sorted(path for path in (SOURCE / "catalogue").iterdir() if path.is_dir() and path.name not in NOT_WALKED)
    files = {path.stem for folder in folders for path in folder.glob("*.py") if path.stem != "__init__"}
    assert files == {declared.id for declared in DECLARED}


def tracked_files() -> list[str]:
    """The files of the repository; none where the tests run outside it."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    return [name for name in done.stdout.split("\0") if name]


def test_no_tracked_file_names_a_folder_of_a_machine_or_a_host_of_packages() -> None:
    names = tracked_files()
    if not names:
        pytest.skip("no repository here, so there is no list of tracked files")
    found = []
    for name in names:
        path = ROOT / name
        if path.suffix in (".docx", ".pdf", ".xlsx", ".png") or not path.is_file() or path == Path(__file__):
            continue
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        found += [f"{name}:{number}" for number, line in enumerate(lines, start=1) if MACHINE.search(line)]
    assert not found


def test_tests_are_sentences() -> None:
    short = [
        f"{path.relative_to(ROOT).as_posix()}:{node.name}"
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for node in functions(path)
        if node.name.startswith("test") and node.name.count("_") < 3
    ]
    assert not short
