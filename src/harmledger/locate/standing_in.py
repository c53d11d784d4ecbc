"""Which of a report's other places stands in, coarser, where a claim's own words name none."""

from collections.abc import Iterator
from enum import StrEnum

from harmledger.locate.evidence import distance
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
    only where the report's places agree on a part of the country or where it is the only one, and
    never for words that do name a place, only one that the gazetteer lacks: a village that is not
    listed is not the town that another sentence names.

    Args:
        words: The claim's own, or None.
        at: Where the claim's evidence starts.
        where: Where its own words do.
    """
    for number in dict.fromkeys((told.sentence(where), told.sentence(at))):
        for known in told.fine:
            if known[0].sentence == number:
                return Near.SENTENCE, known
    for support, known in _supported(told):
        if support >= weights().least_support or _may_stand_alone(told, words):
            return Near.REPORT, known
        break
    return None


def _supported(told: Told) -> Iterator[tuple[float, Known]]:
    """The report's places with how much its other places speak for each, the most first."""
    others = {choice.entry.id: choice for _, choice in told.fine}
    found = []
    for known in told.fine:
        entry = known[1].entry
        support = sum(
            other.score
            for number, other in others.items()
            if number != entry.id
            and (
                other.entry.inside(entry)
                or entry.inside(other.entry)
                or distance(entry, other.entry, limit=weights().support_km) is not None
            )
        )
        found.append((support, known))
    return iter(sorted(found, key=lambda one: (-one[0], one[1][0].start)))


def _may_stand_alone(told: Told, words: str | None) -> bool:
    """Whether the report's only place stands in for words of another sentence."""
    if len({choice.entry.id for _, choice in told.fine}) != 1 or is_uncased(told.text):
        return False
    return words is None or not any(part.types for part in parts(words))
