"""The fewest links that hold a cluster together, the weightiest ones."""

from collections.abc import Mapping, Sequence

from harmledger.link.clusters import Pair


def spanning(group: Sequence[int], bits: Mapping[Pair, float]) -> list[Pair]:
    """Pairs that join the whole group, one fewer than its members (Kruskal 1956).

    Args:
        group: Rising numbers.
        bits: Every pair that was compared. Where none joins two parts of the group, the parts
            stay apart and fewer links come back.
    """
    inside = [
        (one, other)
        for at, one in enumerate(group)
        for other in group[at + 1 :]
        if (one, other) in bits
    ]
    inside.sort(key=lambda pair: (-bits[pair], pair))
    part = {number: number for number in group}

    def find(number: int) -> int:
        while part[number] != number:
            number = part[number]
        return number

    chosen = []
    for one, other in inside:
        first, second = sorted((find(one), find(other)))
        if first != second:
            part[second] = first
            chosen.append((one, other))
    return chosen
