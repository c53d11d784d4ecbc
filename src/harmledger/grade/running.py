"""Running totals as reports tell them: whose they are, of whom, and as of which day."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from harmledger.grade.name import words_of
from harmledger.model import Claim, People, Polarity, Range, Report, ScopeKind, Status, Unit
from harmledger.vocab.load import entries

FILE = "schemes/series/default.yml"
NEAR = 300  # characters, about two sentences
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A running total as it stood on one day.

    Attributes:
        day: The last day that it covers.
        base: The first day that it covers, or None where no report says.
        claims: Ids of the claims that give it, sorted.
        added: Whether its own words say that people were added for earlier days.
        was: What the same source gave for the same day before, or None.
    """

    day: date
    base: date | None
    range: Range
    claims: tuple[str, ...]
    added: bool = False
    was: Range | None = None


def key_of(claim: Claim, report: Report) -> Key | None:
    """What claims of one series have in common; None where a claim is of none."""
    count, group = claim.count, group_of(claim)
    name = words_of(name_of(claim, report))
    running = claim.scope.kind is ScopeKind.CUMULATIVE and claim.polarity is Polarity.AFFIRMED
    if not running or count is None or group is None or not name:
        return None
    if (count.low, count.high) == (None, None) or _day(claim, report) is None:
        return None
    place = claim.place
    where = None if place is None else place.id or place.words.casefold()
    return name, claim.measure, group, where


def name_of(claim: Claim, report: Report) -> str:
    """Whose total it is: the source's body or name, or the publisher; "" where nobody is known."""
    if claim.source is None:
        return report.publisher or ""
    return claim.source.organisation or claim.source.name


def group_of(claim: Claim) -> str | None:
    """The figure's group that a claim counts; None for a part that no figure has."""
    group = claim.group
    if group.unit is Unit.HOUSEHOLDS or group.role is not None:
        return None
    if group.people is not People.ALL:
        return group.people.value if group.people is not People.ELDERLY else None
    if group.part_of is not None:
        return None
    return "all" if group.status is Status.UNKNOWN else group.status.value


def _day(claim: Claim, report: Report) -> date | None:
    return (claim.time.end if claim.time is not None else None) or report.published


def _base(claim: Claim) -> date | None:
    time = claim.time
    return None if time is None or time.start == time.end else time.start


def points_of(told: Sequence[tuple[Claim, Report]]) -> list[Point]:
    """One point a day: what was published last for it, with what was given before."""
    by_day: dict[date, list[tuple[Claim, Report]]] = defaultdict(list)
    for claim, report in told:
        if (day := _day(claim, report)) is not None:
            by_day[day].append((claim, report))
    return [_point(day, by_day[day]) for day in sorted(by_day)]


def _point(day: date, told: list[tuple[Claim, Report]]) -> Point:
    ordered = sorted(told, key=lambda one: (one[1].published or day, one[0].claim_id))
    first, last = ordered[0][0], ordered[-1][0]
    now, before = _range(last), _range(first)
    same = [claim for claim, _ in ordered if _range(claim) == now]
    bases = [base for claim in same if (base := _base(claim)) is not None]
    return Point(
        day=day,
        base=min(bases, default=None),
        range=now,
        claims=tuple(sorted(claim.claim_id for claim in same)),
        added=any(_added(claim, report) for claim, report in ordered if claim in same),
        was=before if before != now else None,
    )


def _range(claim: Claim) -> Range:
    return Range(None, None) if claim.count is None else claim.count.range


def _added(claim: Claim, report: Report) -> bool:
    """Whether the words around the claim say that people were added for earlier days."""
    start = max(0, claim.evidence.start - NEAR)
    return load_added().search(report.text, start, claim.evidence.end + NEAR) is not None


@cache
def load_added() -> re.Pattern[str]:
    """The words of vocab/schemes/series/default.yml.

    Raises:
        VocabularyError: An entry lacks its words or an example.
    """
    needs = frozenset({"words", "match", "no_match"})
    words = [word for one in entries(FILE, knows=needs, needs=needs) for word in one.body["words"]]
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)
