"""Clusters: which accounts go together, by average linkage with a guard against contradiction.

Average linkage, not single linkage: a chain of pairs that each look alike can't draw in an account
that looks like none of the others. What stands against a pair keeps its two clusters apart however
much else speaks for them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rules:
    """When clusters join, in bits.

    Attributes:
        join: The average weight between two clusters must lie above this.
        unseen: What a pair that was never compared counts in the average.
        against: A pair at or below this keeps its clusters apart.
        ceiling: No pair counts for more than this in the average, so that one copy can't
            outvote the rest.
    """

    join: float
    unseen: float
    against: float
    ceiling: float


@dataclass(slots=True)
class Bond:
    """What is known of the pairs between two clusters."""

    total: float = 0.0
    seen: int = 0
    apart: bool = False

    def add(self, other: "Bond") -> None:
        """Take in what is known of further pairs."""
        self.total += other.total
        self.seen += other.seen
        self.apart = self.apart or other.apart


@dataclass(slots=True)
class _State:
    """Clusters under way; a cluster is named by its least member."""

    members: dict[int, list[int]]
    bonds: dict[int, dict[int, Bond]]
    version: dict[int, int] = field(default_factory=dict)


def clusters(
    size: int, weights: Mapping[Pair, float], together: Iterator[Pair] | list[Pair], rules: Rules
) -> list[list[int]]:
    """Group the numbers 0 to `size` - 1; each group rising, groups in the order of their first.

    Args:
        weights: Bits for each pair that was compared, the lesser number first.
        together: Pairs that go together whatever else is said.

    The result depends on the numbers and weights alone, never on the order of either.
    """
    state = _start(size, weights, together, rules)
    heap = [
        entry
        for one, bonds in state.bonds.items()
        for other in bonds
        if one < other and (entry := _entry(state, one, other, rules)) is not None
    ]
    heapify(heap)
    while heap:
        _, one, other, *versions = heappop(heap)
        if [state.version.get(one), state.version.get(other)] != versions:
            continue  # an entry from before one of the two grew; the newer one is in the heap
        _merge(state, one, other)
        for neighbour in state.bonds[one]:
            entry = _entry(state, min(one, neighbour), max(one, neighbour), rules)
            if entry is not None:
                heappush(heap, entry)
    return [sorted(group) for _, group in sorted(state.members.items())]


def groups(size: int, together: Iterator[Pair] | list[Pair]) -> list[int]:
    """For each number the least number that a chain of pairs leads to."""
    least = list(range(size))

    def find(number: int) -> int:
        while least[number] != number:
            least[number] = least[least[number]]
            number = least[number]
        return number

    for one, other in together:
        low, high = sorted((find(one), find(other)))
        least[high] = low
    return [find(number) for number in range(size)]


def _start(
    size: int, weights: Mapping[Pair, float], together: Iterator[Pair] | list[Pair], rules: Rules
) -> _State:
    group = groups(size, together)
    state = _State(members={}, bonds={})
    for number, first in enumerate(group):
        state.members.setdefault(first, []).append(number)
        state.bonds.setdefault(first, {})
        state.version[first] = 0
    for (one, other), bits in sorted(weights.items()):
        if group[one] != group[other]:
            bond = Bond(min(bits, rules.ceiling), 1, bits <= rules.against)
            _tie(state, group[one], group[other], bond)
    return state


def _tie(state: _State, one: int, other: int, bond: Bond) -> None:
    known = state.bonds[one].get(other)
    if known is None:
        state.bonds[one][other] = state.bonds[other][one] = bond
    else:
        known.add(bond)


def _entry(
    state: _State, one: int, other: int, rules: Rules
) -> tuple[float, int, int, int, int] | None:
    bond = state.bonds[one][other]
    pairs = len(state.members[one]) * len(state.members[other])
    average = (bond.total + (pairs - bond.seen) * rules.unseen) / pairs
    if bond.apart or average <= rules.join:
        return None
    return (-average, one, other, state.version[one], state.version[other])


def _merge(state: _State, one: int, other: int) -> None:
    """Take `other` into `one`, the lesser."""
    state.members[one] += state.members.pop(other)
    state.version[one] += 1
    del state.version[other]
    for neighbour, bond in state.bonds.pop(other).items():
        del state.bonds[neighbour][other]
        if neighbour != one:
            _tie(state, one, neighbour, bond)
