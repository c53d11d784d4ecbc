"""Which of a report's other places stands in, coarser, where a claim's own words name none."""

from collections.abc import Sequence
from enum import StrEnum

from harmledger.locate.evidence import distance
from harmledger.locate.gazetteer.entry import Entry
from harmledger.locate.phrase.parts import parts
from harmledger.locate.text.mention import is_uncased
from harmledger.locate.told import Known, Told
from harmledger.locate.weights import weights


class Near(StrEnum):
    """Where in the report the place stands; the values are ids of vocab/gazetteer/weights.yml."""

    SENTENCE = "stands_in_sentence"
    REPORT = "stands_in_report"


def standing_in(told: Told, words: str | None, at: int, where: int) -> tuple[Near, Known] | None:
    """The place that stands in, and how near; None where none may.

    One in a sentence of the words or of the claim comes first. One from elsewhere may stand in
    only where others of the report's places agree with it, or where it is the report's only one and
    the words do not call themselves a village or the like: a village that is not listed is not the
    town that another sentence names.

    Args:
        words: The claim's own, or None.
        at: Where the claim's evidence starts.
        where: Where its own words do.
    """
    leading = told.leading
    for number in dict.fromkeys((told.sentence(where), told.sentence(at))):
        for known in leading:
            if known[0].sentence == number:
                return Near.SENTENCE, known
    if not leading:
        return None
    support = {id(known): _support(known, leading) for known in leading}
    best = max(leading, key=lambda known: (support[id(known)], -known[0].start))
    if support[id(best)] >= weights().least_support or _may_stand_alone(told, words):
        return Near.REPORT, best
    return None


def _support(known: Known, others: Sequence[Known]) -> float:
    """Scores of the report's other places that agree with one on where it tells of."""
    entry = known[1].entry
    return sum(
        other.score
        for number, other in {choice.entry.id: choice for _, choice in others}.items()
        if number != entry.id and _agree(entry, other.entry)
    )


def _agree(one: Entry, other: Entry) -> bool:
    if one.inside(other) or other.inside(one):
        return True
    return distance(one, other, limit=weights().support_km) is not None


def _may_stand_alone(told: Told, words: str | None) -> bool:
    """Whether the report's only place stands in for words of another sentence."""
    if len({choice.entry.id for _, choice in told.fine}) != 1 or is_uncased(told.text):
        return False
    return words is None or not any(part.types for part in parts(words))
