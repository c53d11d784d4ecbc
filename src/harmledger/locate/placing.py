"""Turn what a phrase was taken to mean into a place with an honest precision and radius."""

from dataclasses import replace

from harmledger.locate.between import Stretch, between
from harmledger.locate.gazetteer.entry import Entry
from harmledger.locate.gazetteer.index import Gazetteer
from harmledger.locate.phrase.parts import Part, side_relation
from harmledger.locate.reasons import reasons
from harmledger.locate.size import AREAS
from harmledger.locate.sphere import Point, moved
from harmledger.locate.weigh import Choice, Ranked
from harmledger.locate.weights import weights
from harmledger.model import Candidate, Place, PlacePrecision

SIDE = 0.4  # of an area's reach; "northern Idlib" lies about so far from its middle
EDGE = 1.0  # of a town's reach; "شمال مدينة الرقة" begins there, "in the north of" a town before
PART_OF_DISTANCE = 0.3  # people round distances and directions; the point lies within this share


def place(words: str, choice: Choice | None, gazetteer: Gazetteer) -> Place:
    """The words with what they were taken to mean.

    Nothing known or nothing sure enough: no coordinates and precision `none`, with the candidates
    that were weighed. A country has no coordinates either: its middle, drawn on a map, is a
    strike that never was.
    """
    if choice is None:
        return Place(words=words)
    shown = choice.ranked[: weights().candidates_shown]
    candidates = tuple(_candidate(one, choice, gazetteer) for one in shown)
    if not choice.taken:
        return Place(words=words, candidates=candidates)
    entry, part = choice.entry, choice.option.part
    stretch = between(words, choice, gazetteer)
    if stretch is not None:
        return _along(words, choice, stretch, candidates)
    precision = entry.precision
    if _beside(choice):
        candidates = because(_says_beside(words, entry), candidates)
        precision = precision if precision in AREAS else PlacePrecision.DISTRICT
    is_country = entry.precision is PlacePrecision.COUNTRY
    lat, lon = (None, None) if is_country else _point(entry, part)
    return Place(
        words=words,
        name=entry.name,
        id=entry.id,
        lat=lat,
        lon=lon,
        precision=precision,
        score=round(choice.score, 4),
        radius_km=round(entry.radius_km + _slack_km(part), 1),
        country=entry.country,
        candidates=candidates,
    )


def _beside(choice: Choice) -> bool:
    """Whether an entry is only what the place meant, itself not known, is said to lie beside."""
    part = choice.option.part
    return part.relation is not None and part.distance_km is None and choice.option.number > 0


def _says_beside(words: str, entry: Entry) -> str:
    return weights().by_id["stands_beside"].sentence.format(words=f"“{words}”", other=entry.name)


def because(why: str, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates, the first of which says first why it was weighed at all."""
    first, *rest = candidates
    return (replace(first, reasons=(why, *first.reasons)), *rest)


def _along(
    words: str, choice: Choice, stretch: Stretch, candidates: tuple[Candidate, ...]
) -> Place:
    """The middle of a stretch; where exactly on it, nobody says."""
    lat, lon = stretch.middle
    return Place(
        words=words,
        name=f"{choice.entry.name} - {stretch.other.name}",
        id=choice.entry.id,
        lat=lat,
        lon=lon,
        precision=PlacePrecision.DISTRICT,
        score=round(choice.score, 4),
        radius_km=stretch.radius_km,
        country=choice.entry.country,
        candidates=candidates,
    )


def unplaced(placed: Place) -> Place:
    """The words of a place that they turned out not to mean, with what was weighed."""
    return Place(words=placed.words, candidates=placed.candidates)


def _candidate(one: Ranked, choice: Choice, gazetteer: Gazetteer) -> Candidate:
    entry = one.entry
    return Candidate(
        id=entry.id,
        name=entry.name,
        lat=entry.lat,
        lon=entry.lon,
        precision=entry.precision,
        score=round(one.score, 4),
        reasons=reasons(one, choice, gazetteer),
    )


def _point(entry: Entry, part: Part) -> Point:
    """The entry's point, or the one so far that way from it where the words say both."""
    bearing = None if part.direction is None else part.direction.bearing
    if bearing is not None and part.distance_km is None:
        share = _share(entry, part)
        lat, lon = moved((entry.lat, entry.lon), entry.radius_km * share, bearing)
        return round(lat, 5), round(lon, 5)
    if part.distance_km is None or bearing is None or part.relation is None:
        return entry.lat, entry.lon
    lat, lon = moved((entry.lat, entry.lon), part.distance_km, bearing)
    return round(lat, 5), round(lon, 5)


def _share(entry: Entry, part: Part) -> float:
    """How far out of its middle, as a share of its reach, what lies on a side of an entry lies."""
    if entry.precision in AREAS:
        return SIDE
    return EDGE if part.relation is side_relation() else 0.0


def _slack_km(part: Part) -> float:
    """How much further than the entry's own reach the place may lie."""
    kinds = max((kind.reach_km for kind in part.types), default=0.0)
    if part.distance_km is None:
        return max(kinds, 0.0 if part.relation is None else part.relation.reach_km)
    bearing = None if part.direction is None else part.direction.bearing
    return part.distance_km * (1.0 if bearing is None else PART_OF_DISTANCE)
