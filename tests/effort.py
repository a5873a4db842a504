"""How much the tests try: YAODIAN_EFFORT is check (before each commit), ci or full."""

from __future__ import annotations

import os

EFFORT = os.environ.get("YAODIAN_EFFORT", "check")
EXAMPLES = {"check": 50, "ci": 300, "full": 5000}[EFFORT]
