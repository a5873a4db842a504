"""Chains and trees of digests."""

from __future__ import annotations

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from yaodian.runtime.sealing import START, chained, is_proven, merkle_root, proof_of

digests = st.lists(st.integers(0, 999).map(lambda n: sha256(str(n).encode()).hexdigest()), min_size=1, max_size=40)


@given(digests, st.data())
def test_every_digest_is_proven_under_the_root_and_no_other_is(leaves: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(leaves) - 1))
    proof, root = proof_of(leaves, at), merkle_root(leaves)
    assert is_proven(leaves[at], proof, root)
    assert not is_proven(sha256(b"other").hexdigest(), proof, root)
    assert not is_proven(leaves[at], proof, merkle_root([*leaves, leaves[0]]))


def test_the_root_of_a_few_entries_is_the_one_worked_out_by_hand() -> None:
    a, b, c = (sha256(name).digest() for name in (b"a", b"b", b"c"))
    la, lb, lc = (sha256(b"\x00" + d).digest() for d in (a, b, c))
    ab = sha256(b"\x01" + la + lb).digest()
    assert merkle_root([a.hex()]) == la.hex()
    assert merkle_root([a.hex(), b.hex(), c.hex()]) == sha256(b"\x01" + ab + lc).hexdigest()
    assert merkle_root([]) == START


@given(st.lists(st.text(max_size=20), min_size=2, max_size=8, unique=True), st.data())
def test_a_digest_hangs_on_every_entry_before_it_and_on_its_place(bodies: list[str], data: st.DataObject) -> None:
    def end(texts: list[str]) -> str:
        digest = START
        for place, text in enumerate(texts, start=1):
            digest = chained(digest, place, text)
        return digest

    other = list(bodies)
    i = data.draw(st.integers(0, len(bodies) - 2))
    other[i], other[i + 1] = other[i + 1], other[i]
    assert len({end(bodies), end(other), end(bodies[:-1]), end([*bodies, "x"])}) == 4
