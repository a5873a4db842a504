"""The pages are tested on the invented bureau of the web layer's tests."""

import pytest

from tests.pages.draft_office import Office
from tests.web.bureau import Bureau
from tests.web.conftest import bureau, own_files, plan_file

__all__ = ["bureau", "own_files", "plan_file"]


@pytest.fixture
def office(bureau: Bureau) -> Office:
    return Office(bureau)
