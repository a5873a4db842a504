from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from tests.web.bureau import Bureau
from yaodian.workspace.bureau import load_bureau, shipped_folder
from yaodian.workspace.planfile.identity import with_ids
from yaodian.workspace.planfile.writing import save_plan
from yaodian.workspace.plans import open_document


@pytest.fixture(autouse=True)
def own_files(settings: Any, tmp_path: Path) -> None:
    """No test leaves evidence in the working folder."""
    settings.FILES = tmp_path / "files"


@pytest.fixture
def bureau(db: None) -> Bureau:
    return Bureau.made()


@pytest.fixture(scope="session")
def plan_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan that comes with the package, compiled, with ids that are always the same."""
    path = tmp_path_factory.mktemp("plan") / "2020.plan.yaml"
    plan = open_document(shipped_folder() / "plans" / "2020.txt", load_bureau())
    save_plan(with_ids(plan, random.Random(1)), path)
    return path
