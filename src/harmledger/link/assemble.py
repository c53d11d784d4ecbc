"""A cluster of accounts made into an incident: when, where, what, who."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from hashlib import sha256
from unicodedata import combining, normalize

from harmledger.link.comparison.where import kilometres
from harmledger.link.independence import Independence
from harmledger.link.sketch import Item, reach
from harmledger.model import Incident, Link, Place, PlacePrecision, Supersession

FINENESS = {precision: rank for rank, precision in enumerate(PlacePrecision)}
ID_LENGTH = 16
SHORT, LONGER = 4, 8  # signs of the id in a code; more where four are not enough


def assemble(
    members: Sequence[Item],
    links: Sequence[Link],
    independence: Independence,
    superseded: Sequence[Supersession],
) -> Incident:
    """Make one incident, ungraded and without figures. Does not depend on the order of members.

    Reports that count no harm add to its reports, but say nothing of its days and place where
    another does: they were read for them less surely.
    """
    ordered = sorted(members, key=_age)
    telling = _telling(ordered)
    start, end = _days(telling)
    place = _place(telling)
    incident_id = _id(telling[0])
    return Incident(
        incident_id=incident_id,
        code=code(incident_id, start, place, SHORT),
        claims=tuple(sorted(claim for one in members for claim in one.account.claims)),
        reports=tuple(sorted({one.report.report_id for one in members})),
        accounts=tuple(sorted(one.account.account_id for one in members)),
        start=start,
        end=end,
        place=place,
        means=_most_said([weapon.code for weapon in one.account.means] for one in ordered),
        perpetrators=_most_said(one.account.perpetrators for one in ordered),
        grade=None,
        grade_reasons=(),
        figures=(),
        independent_sources=independence.sources,
        links=tuple(sorted(links, key=lambda link: (-link.weight, link.left, link.right))),
        relays=independence.relays,
        superseded=tuple(superseded),
    )


def code(incident_id: str, start: date | None, place: Place | None, length: int) -> str:
    """A short name for people: day, place in ASCII and the head of the id.

    Codes are passed on: of a place only the gazetteer's name goes into one, for the words of an
    unknown place, and the name of a spot that the project alone lists, can be whose house it is.
    """
    day = "unknown" if start is None else start.isoformat()
    return f"{day}-{_slug(place)}-{incident_id[:length]}"


def _telling(members: Sequence[Item]) -> Sequence[Item]:
    """Those that count harm, or all where none does."""
    return [one for one in members if not one.bare] or members


def _id(first: Item) -> str:
    return sha256(first.account.account_id.encode()).hexdigest()[:ID_LENGTH]


def _age(one: Item) -> tuple[date, str]:
    """Earliest published first, undated last, then by id."""
    return one.report.published or date.max, one.account.account_id


def _days(ordered: Iterable[Item]) -> tuple[date | None, date | None]:
    """The stretch of days that most accounts tell; of equals the shorter, then the earlier."""
    told = Counter(
        (start, one.account.end or start)
        for one in ordered
        if (start := one.account.start) is not None
    )
    if not told:
        return None, None
    return min(told, key=lambda days: (-told[days], days[1] - days[0], days[0]))


def _place(ordered: Sequence[Item]) -> Place | None:
    """The place that most accounts support; of equals the finest, then the surest, then the first.

    An account supports a place that is its own or lies within the reach of its own: one that says
    "Mosul" supports a street of Mosul. Unlocated places count only where none is located.
    """
    told = [place for one in ordered if (place := one.account.place) is not None]
    located = [place for place in told if place.lat is not None]
    if not located:
        words = Counter(place.words for place in told)
        return min(told, key=lambda place: -words[place.words]) if told else None
    support = {
        place: sum(_supports(other, place) for other in located) for place in dict.fromkeys(located)
    }
    return min(
        support,
        key=lambda place: (
            -support[place],
            FINENESS[place.precision],
            -(place.score or 0.0),
            place.id or "",
            place.words,
        ),
    )


def _supports(wide: Place, narrow: Place) -> bool:
    if wide.id == narrow.id:
        return True
    apart = kilometres(wide, narrow)
    radius = wide.radius_km or reach()[wide.precision] or 0.0
    return apart is not None and apart <= radius


def _most_said(told: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Each name once, the one that most accounts say first, of equals by the alphabet."""
    said = Counter(name for names in told for name in set(names))
    return tuple(sorted(said, key=lambda name: (-said[name], name)))


def _slug(place: Place | None) -> str:
    return _plain("" if place is None or place.own_spot else place.name or "")


@lru_cache(maxsize=100_000)
def _plain(name: str) -> str:
    plain = "".join(sign for sign in normalize("NFKD", name) if not combining(sign))
    ascii_words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    return "-".join(ascii_words) or "unknown"
