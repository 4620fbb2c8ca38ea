"""The tree against the definitions of RFC 9162, sections 2.1.1 to 2.1.4, written down as they stand there."""

import hashlib

import pytest

from archive.log import merkle

SIZES = range(1, 18)
LEAVES = [merkle.leaf_hash(bytes([number])) for number in range(max(SIZES))]
pytestmark = pytest.mark.once


def mth(leaves):
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1 << (len(leaves) - 1).bit_length() - 1
    return merkle.node_hash(mth(leaves[:k]), mth(leaves[k:]))


def path(m, leaves):
    if len(leaves) == 1:
        return []
    k = 1 << (len(leaves) - 1).bit_length() - 1
    return [*path(m, leaves[:k]), mth(leaves[k:])] if m < k else [*path(m - k, leaves[k:]), mth(leaves[:k])]


def subproof(m, leaves, known):
    if m == len(leaves):
        return [] if known else [mth(leaves)]
    k = 1 << (len(leaves) - 1).bit_length() - 1
    return [*subproof(m, leaves[:k], known), mth(leaves[k:])] if m <= k else [*subproof(m - k, leaves[k:], False), mth(leaves[:k])]


@pytest.fixture(scope="module")
def kept():
    """What each leaf completes, by its place."""
    edge = merkle.Edge()
    rows = [edge.add(leaf) for leaf in LEAVES]
    return lambda place: rows[place[1]][place[0]]


def test_edge_comes_to_the_root_at_every_size():
    edge = merkle.Edge()
    assert edge.root() == mth([])

    for size in SIZES:
        edge.add(LEAVES[size - 1])
        assert edge.root() == mth(LEAVES[:size])


def test_kept_subtrees_give_every_root_and_proof(kept):
    for size in SIZES:
        assert merkle.root_of((0, size), kept) == mth(LEAVES[:size])
        for one in range(size):
            assert [merkle.root_of(part, kept) for part in merkle.inclusion(one, 0, size)] == path(one, LEAVES[:size])
            old = one + 1
            assert [merkle.root_of(part, kept) for part in merkle.consistency(old, 0, size)] == subproof(old, LEAVES[:size], True)


def test_a_proof_needs_a_hash_for_each_level_of_the_tree():
    size = 1_000_003

    needed = [place for part in merkle.inclusion(700_000, 0, size) for place in merkle.complete(*part)]

    assert len(needed) <= 2 * size.bit_length()
