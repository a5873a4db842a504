from __future__ import annotations

import pytest

from tests.web.bureau import Bureau


@pytest.fixture
def bureau(db: None) -> Bureau:
    return Bureau.made()
