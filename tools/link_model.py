"""The shipped linkage model learnt anew: `python -m tools.link_model VERSION`; the diff of model.json is what gets reviewed."""

from __future__ import annotations

import sys

from tools.dirty_lists import two_lists
from yaodian.warehouse.link.linking import left_over
from yaodian.warehouse.link.model import SHIPPED
from yaodian.warehouse.link.training import trained

SCALE, SEED = 0.1, 7


def main(version: str) -> None:
    with left_over(two_lists(SCALE, SEED).lists) as memory:
        trained(memory, "left_claims", "right_claims", version).write(SHIPPED)


if __name__ == "__main__":
    main(*sys.argv[1:])
