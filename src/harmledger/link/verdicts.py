"""What people judged: the latest verdict on each pair, and verdicts that contradict each other."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from harmledger.model import Judgement, SetAside, Verdict

Ids = tuple[str, str]
Graph = Mapping[str, AbstractSet[str]]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The verdicts that hold, by pair of account ids, the lesser first.

    Attributes:
        same: No chain of these joins a pair of `not_same`.
        not_same: Nothing is merged against these.
    """

    same: Mapping[Ids, Judgement]
    not_same: Mapping[Ids, Judgement]


def verdicts(
    judgements: Iterable[Judgement], accounts: AbstractSet[str]
) -> tuple[Verdicts, list[SetAside]]:
    """Settle what the judgements say; their order in the list means nothing, their time does.

    Where a = b and b = c but a is not c, no verdict of that chain merges anything, and the chain
    is set aside for a person to settle. A judgement on an account that is not among `accounts`
    is set aside too: it counts again when the account comes back.
    """
    latest = _latest(judgements)
    apart = [_lost(pair, accounts) for pair in sorted(latest) if not _known(pair, accounts)]
    known = {pair: latest[pair] for pair in sorted(latest) if _known(pair, accounts)}
    same = _of(known, Verdict.SAME)
    not_same = _of(known, Verdict.NOT_SAME)
    chains = list(_chains(same, not_same))
    apart += [_contradiction(chain) for chain in chains]
    broken = {_pair(one, other) for chain in chains for one, other in _steps(chain)}
    holding = {pair: same[pair] for pair in same if pair not in broken}
    return Verdicts(holding, not_same), apart


def _latest(judgements: Iterable[Judgement]) -> dict[Ids, Judgement]:
    """The last on each pair; of several at one moment the one that merges least."""
    caution = (Verdict.SAME, Verdict.UNSURE, Verdict.NOT_SAME)

    def rank(one: Judgement) -> tuple[object, ...]:
        return one.at, caution.index(one.verdict), one.by, one.because, one.left, one.right

    return {_pair(one.left, one.right): one for one in sorted(judgements, key=rank)}


def _known(pair: Ids, accounts: AbstractSet[str]) -> bool:
    return pair[0] != pair[1] and pair[0] in accounts and pair[1] in accounts


def _lost(pair: Ids, accounts: AbstractSet[str]) -> SetAside:
    if pair[0] == pair[1]:
        why = f"{pair[0]} is judged against itself; judge it against another account"
    else:
        missing = [account for account in pair if account not in accounts]
        why = f"no account {' or '.join(missing)}; if its report was read anew, judge it again"
    return SetAside(" ".join(pair), "link", "judgement_without_account", why)


def _of(known: Mapping[Ids, Judgement], verdict: Verdict) -> dict[Ids, Judgement]:
    return {pair: one for pair, one in known.items() if one.verdict is verdict}


def _chains(
    same: Mapping[Ids, Judgement], not_same: Mapping[Ids, Judgement]
) -> Iterator[tuple[str, ...]]:
    """Chains of `same` whose ends are judged not the same, until none is left."""
    left = set(same)
    while True:
        graph = _graph(left)
        found = [chain for pair in sorted(not_same) if (chain := _shortest(graph, *pair))]
        if not found:
            return
        yield from found
        left -= {_pair(one, other) for chain in found for one, other in _steps(chain)}


def _graph(pairs: Iterable[Ids]) -> Graph:
    graph: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        graph[one].add(other)
        graph[other].add(one)
    return graph


def _shortest(graph: Graph, start: str, goal: str) -> tuple[str, ...] | None:
    """The shortest chain from one account to another; of several the first by their ids."""
    came: dict[str, str | None] = {start: None}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if here == goal:
            return tuple(reversed([*_back(came, goal)]))
        for step in sorted(graph.get(here, ())):
            if step not in came:
                came[step] = here
                waiting.append(step)
    return None


def _back(came: Mapping[str, str | None], goal: str) -> Iterator[str]:
    here: str | None = goal
    while here is not None:
        yield here
        here = came[here]


def _contradiction(chain: tuple[str, ...]) -> SetAside:
    told = " = ".join(chain)
    why = (
        f"judged {told}, but {chain[0]} not the same as {chain[-1]}; judge one of these pairs again"
    )
    return SetAside(f"{chain[0]} {chain[-1]}", "link", "contradicting_judgements", why)


def _steps(chain: tuple[str, ...]) -> Iterator[Ids]:
    return pairwise(chain)


def _pair(one: str, other: str) -> Ids:
    return (one, other) if one <= other else (other, one)
