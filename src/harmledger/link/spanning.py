"""The fewest links that hold a cluster together, the weightiest ones."""

from collections.abc import Mapping, Sequence

from harmledger.link.clusters import Pair


def spanning(group: Sequence[int], bits: Mapping[Pair, float]) -> list[Pair]:
    """Pairs that join the whole group, one fewer than its members (Kruskal 1956).

    Args:
        group: Numbers; of pairs of one weight the one whose members come first here is taken.
        bits: Every pair of them that was compared. Where none joins two parts of the group, the
            parts stay apart and fewer links come back.
    """
    rank = {number: at for at, number in enumerate(group)}
    inside = sorted(
        (pair for pair in bits if pair[0] in rank and pair[1] in rank),
        key=lambda pair: (-bits[pair], *sorted((rank[pair[0]], rank[pair[1]]))),
    )
    part = {number: number for number in group}

    def find(number: int) -> int:
        while part[number] != number:
            number = part[number]
        return number

    chosen = []
    for one, other in inside:
        first, second = find(one), find(other)
        if first != second:
            part[second] = first
            chosen.append((one, other))
    return chosen
