"""What the rest of a report says about where one of its places is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from harmledger.locate.evidence import Finding, distance
from harmledger.locate.gazetteer.entry import Entry
from harmledger.locate.mentioned import Nations
from harmledger.locate.size import AREAS
from harmledger.locate.weights import Weights
from harmledger.model import PlacePrecision


@dataclass(frozen=True, slots=True)
class Context:
    """Where the other places of a report are.

    Attributes:
        countries: Share of each, by its code; they add up to 1, or none is known.
        sureness: 0 to 1, how much the shares rest on.
        areas: Provinces and smaller areas, with their scores.
        points: Settlements and smaller places, with their scores.
        peoples: Votes for countries of the words for those who belong to them.
    """

    countries: Mapping[str, float]
    sureness: float
    areas: tuple[tuple[Entry, float], ...]
    points: tuple[tuple[Entry, float], ...]
    peoples: Mapping[str, float]


def context(others: Iterable[tuple[Entry, float]], nations: Nations | None = None) -> Context:
    """Put the report's other places together, each with its score.

    Args:
        nations: What countries and peoples the report names.
    """
    votes: dict[str, float] = defaultdict(float, nations.named if nations else {})
    areas, points = [], []
    for entry, score in others:
        if entry.country is not None:
            votes[entry.country] += score
        if entry.precision not in AREAS:
            points.append((entry, score))
        elif entry.precision is not PlacePrecision.COUNTRY:
            areas.append((entry, score))
    cast = sum(votes.values())
    return Context(
        countries={code: vote / cast for code, vote in votes.items()},
        sureness=min(cast, 1.0),
        areas=tuple(areas),
        points=tuple(points),
        peoples=nations.peoples if nations else {},
    )


def of_context(entry: Entry, around: Context, weights: Weights) -> Iterator[Finding]:
    """What the report's other places say for and against an entry."""
    if around.countries and entry.country is not None:
        yield _of_country(entry.country, around, weights)
    if entry.country is not None and entry.country in around.peoples:
        share = around.peoples[entry.country]
        yield Finding("same_people", share * weights.bits("same_people"))
    holding = [(other, score) for other, score in around.areas if entry.inside(other)]
    if holding:
        other, score = max(holding, key=lambda item: (item[1], item[0].id))
        yield Finding("inside_other", score * weights.bits("inside_other"), other)
    if entry.precision not in AREAS:
        yield from _of_nearest(entry, around, weights)


def _of_country(country: str, around: Context, weights: Weights) -> Finding:
    share = around.countries.get(country, 0.0)
    bits = around.sureness * (
        share * weights.bits("same_country") + (1 - share) * weights.bits("other_country")
    )
    return Finding("same_country" if bits > 0 else "other_country", bits)


def _of_nearest(entry: Entry, around: Context, weights: Weights) -> Iterator[Finding]:
    near = [
        (score, -km, other)
        for other, score in around.points
        if (km := distance(entry, other, limit=weights.near_other_km)) is not None
    ]
    if near:
        score, less_km, other = max(near, key=lambda item: (item[0], item[1], item[2].id))
        yield Finding("near_other", score * weights.bits("near_other"), other, -less_km)
