"""Comparing what happened: means, how many were killed and injured, who is held to have done it."""

from functools import cache
from math import log2

from harmledger.link.comparison.kind import Comparison, Cuts
from harmledger.link.sketch import Sketch
from harmledger.model import Range
from harmledger.vocab.load import entries

TOLL = ("equal_many", "equal_some", "equal_few", "overlap", "close", "apart", "far")
TOLL_CUTS = ("many", "few", "close", "apart")


@cache
def broader() -> dict[str, frozenset[str]]:
    """For each means the codes that a less exact report would use of the same happening.

    Raises:
        VocabularyError: The file has an unknown or missing key.
    """
    knows = frozenset({"broader", "examples", "generic"})
    found = entries("codes/means.yml", knows=knows, needs=frozenset())
    above = {entry.id: entry.body.get("broader") for entry in found}
    return {code: frozenset(_walk(code, above)) for code in above}


def _walk(code: str, above: dict[str, str | None]) -> list[str]:
    step = above.get(code)
    return [] if step is None else [step, *_walk(step, above)]


def _means_level(left: Sketch, right: Sketch, cuts: Cuts) -> str | None:
    if not left.means or not right.means:
        return None
    if left.means & right.means:
        return "same"
    fits = any(_fit(ours, theirs) for ours in left.means for theirs in right.means)
    return "fits" if fits else "differ"


def _fit(ours: str, theirs: str) -> bool:
    nothing: frozenset[str] = frozenset()
    return ours in broader().get(theirs, nothing) or theirs in broader().get(ours, nothing)


def _means_says(left: Sketch, right: Sketch, level: str) -> str:
    if level == "same":
        return f"both say {_plainly(left.means & right.means)}"
    ours, theirs = sorted((_plainly(left.means), _plainly(right.means)))
    return f"{ours} and {theirs}" if level == "fits" else f"{ours} against {theirs}"


def _plainly(codes: frozenset[str]) -> str:
    return ", ".join(sorted(codes)).replace("_", " ")


def _toll_level(ours: Range | None, theirs: Range | None, cuts: Cuts) -> str | None:
    if ours is None or theirs is None:
        return None
    if ours == theirs:
        least = ours.low if ours.low is not None else ours.high or 0
        return (
            "equal_many"
            if least >= cuts["many"]
            else "equal_few"
            if least <= cuts["few"]
            else "equal_some"
        )
    between = doublings(ours, theirs)
    if between == 0:
        return "overlap"
    return "close" if between <= cuts["close"] else "apart" if between <= cuts["apart"] else "far"


def doublings(ours: Range, theirs: Range) -> float:
    """How often the nearest end of one doubles to reach the other's; 0 where they overlap.

    One is added to both, so that none and one are a doubling apart. An end that is not said
    bounds nothing.
    """
    gaps = [0.0]
    for below, above in ((ours, theirs), (theirs, ours)):
        if below.high is not None and above.low is not None:
            gaps.append(log2((above.low + 1) / (below.high + 1)))
    return max(gaps)


def _toll_says(ours: Range | None, theirs: Range | None, verb: str) -> str:
    if ours == theirs:
        return f"both {ours} {verb}"
    return f"{' and '.join(sorted((str(ours), str(theirs))))} {verb}"


def _killed_level(left: Sketch, right: Sketch, cuts: Cuts) -> str | None:
    return _toll_level(left.killed, right.killed, cuts)


def _killed_says(left: Sketch, right: Sketch, level: str) -> str:
    return _toll_says(left.killed, right.killed, "killed")


def _injured_level(left: Sketch, right: Sketch, cuts: Cuts) -> str | None:
    return _toll_level(left.injured, right.injured, cuts)


def _injured_says(left: Sketch, right: Sketch, level: str) -> str:
    return _toll_says(left.injured, right.injured, "injured")


def _perpetrator_level(left: Sketch, right: Sketch, cuts: Cuts) -> str | None:
    if not left.perpetrators or not right.perpetrators:
        return None
    same = any(
        ours <= theirs or theirs <= ours
        for ours in left.perpetrators
        for theirs in right.perpetrators
    )
    return "same" if same else "differ"


def _perpetrator_says(left: Sketch, right: Sketch, level: str) -> str:
    ours, theirs = sorted(", ".join(side.account.perpetrators) for side in (left, right))
    return f"both name {ours}" if ours == theirs else f"perpetrators named: {ours}; {theirs}"


MEANS = Comparison(("same", "fits", "differ"), (), _means_level, _means_says)
KILLED = Comparison(TOLL, TOLL_CUTS, _killed_level, _killed_says)
INJURED = Comparison(TOLL, TOLL_CUTS, _injured_level, _injured_says)
PERPETRATOR = Comparison(("same", "differ"), (), _perpetrator_level, _perpetrator_says)
