"""权重: bits of pairs equal those that Splink gives with the same model."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from tools.dirty_lists import two_lists

from yaodian.warehouse.engine import IN_MEMORY, connect
from yaodian.warehouse.link.claims import prepare
from yaodian.warehouse.link.comparing import BLOCKS
from yaodian.warehouse.link.model import Model, linker
from yaodian.warehouse.link.weighing import equal_in, weigh

LEAST = -4.0


def test_pairs_and_their_bits_are_those_of_splink() -> None:
    model, begin = Model.read(), 0
    with connect(IN_MEMORY) as memory:
        parts = []
        for name, table in two_lists(0.002, 11).lists.items():
            keys = pa.array(np.arange(begin, begin + table.num_rows), pa.int32())
            parts.append(table.append_column("key", keys))
            prepare(memory, iter(parts[-1:]), name)
            begin += table.num_rows
        splink = linker(memory, "residents", "students", model).inference.predict(threshold_match_weight=LEAST)
        memory.execute(f"CREATE TABLE oracle AS SELECT key_l, key_r, match_weight FROM {splink.physical_name}")
        prepare(memory, iter(parts), "claims")
        left, right = equal_in(memory, "claims", parts[1]["key"].to_numpy(), BLOCKS)
        across = left < parts[0].num_rows
        weigh(memory, pa.table({"key_l": left[across], "key_r": right[across]}), model, LEAST)
        beside = memory.sql("SELECT weight, match_weight FROM pairs FULL JOIN oracle USING (key_l, key_r)").fetchnumpy()
    assert len(beside["weight"]) > 2000 and not np.ma.is_masked(beside["weight"])
    np.testing.assert_allclose(beside["weight"], beside["match_weight"], atol=1e-9)
