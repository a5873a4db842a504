"""封存: entries chained by SHA-256 in the order they were committed, and the Merkle root of a day's entries.

What stands in the chain cannot be changed, left out, put in or moved without every digest after it changing; roots that
others hold show where the end was cut off and the chain written anew. Leaves and nodes of the tree are hashed with
different first bytes, as RFC 6962 does, so that a node never passes for an entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

START = "0" * 64
Proof = Sequence[tuple[bool, str]]


def chained(before: str, place: int, body: str) -> str:
    """The digest (hex) of the entry at a place, counted from 1, after the digest of the entry before it."""
    return sha256(f"{before}\n{place}\n{body}".encode()).hexdigest()


def merkle_root(digests: Iterable[str]) -> str:
    """The root of the tree over the digests in their order; `START` where there is none."""
    level = [_leaf(digest) for digest in digests]
    while len(level) > 1:
        level = _above(level)
    return level[0].hex() if level else START


def proof_of(digests: Sequence[str], index: int) -> Proof:
    """What proves that a digest is under the root: from the leaf up each sibling, and whether it stands left."""
    level, steps = [_leaf(digest) for digest in digests], []
    while len(level) > 1:
        sibling = index ^ 1
        if sibling < len(level):
            steps.append((sibling < index, level[sibling].hex()))
        level, index = _above(level), index // 2
    return steps


def is_proven(digest: str, proof: Proof, root: str) -> bool:
    """Whether the proof leads from the digest to the root."""
    node = _leaf(digest)
    for is_left, sibling in proof:
        other = bytes.fromhex(sibling)
        node = _node(other, node) if is_left else _node(node, other)
    return node.hex() == root


def _above(level: list[bytes]) -> list[bytes]:
    pairs = [_node(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
    return pairs + level[len(pairs) * 2 :]


def _leaf(digest: str) -> bytes:
    return sha256(b"\x00" + bytes.fromhex(digest)).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()
