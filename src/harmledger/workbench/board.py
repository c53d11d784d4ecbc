"""All incidents in memory, light enough to filter and sort thousands for one page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from harmledger.ledger import Entry
from harmledger.model import HOUSEHOLDS, Incident, Measure, Range
from harmledger.model.codec import load


@dataclass(frozen=True, slots=True)
class Brief:
    """What a list says of a report.

    Attributes:
        title: None where the report has none.
        publisher: None where it is not known.
    """

    lang: str
    title: str | None
    publisher: str | None


@dataclass(frozen=True)
class Row:
    """One incident of the list, with what its reports are called.

    Attributes:
        incident: Without its links, which only the incident's own page shows.
        wheres: Where its reports say it was, in their own words.
    """

    incident: Incident
    briefs: tuple[Brief, ...]
    wheres: tuple[str, ...] = ()

    @cached_property
    def ranges(self) -> dict[Measure, Range]:
        """The headline range of each measure that has one."""
        figures = self.incident.figures
        return {figure.measure: figure.range for figure in figures if figure.group == "all"}

    @cached_property
    def langs(self) -> frozenset[str]:
        """The languages of its reports."""
        return frozenset(brief.lang for brief in self.briefs)

    @cached_property
    def places(self) -> list[str]:
        """Every name it goes by: the gazetteer's, and its reports' own words."""
        place = self.incident.place
        own = [] if place is None else [place.words, place.name or ""]
        return [*own, *self.wheres]

    @cached_property
    def words(self) -> str:
        """All that a search looks through, case folded."""
        incident = self.incident
        found = [incident.code, incident.incident_id, *incident.means, *incident.perpetrators]
        found += self.places
        for brief in self.briefs:
            found += [brief.title or "", brief.publisher or ""]
        return "\n".join(found).casefold()

    @property
    def killed(self) -> Range | None:
        """People killed; None where no claim gives a count."""
        return self.ranges.get(Measure.KILLED)

    @property
    def injured(self) -> Range | None:
        """People injured; None where no claim gives a count."""
        return self.ranges.get(Measure.INJURED)

    @property
    def displaced(self) -> Range | None:
        """People displaced; None where no claim gives a count."""
        return self.ranges.get(Measure.DISPLACED)

    @property
    def homes(self) -> Range | None:
        """Households displaced, which are no people; None where no claim gives their number."""
        wanted = Measure.DISPLACED, HOUSEHOLDS
        figures = self.incident.figures
        found = (one.range for one in figures if (one.measure, one.group) == wanted)
        return next((one for one in found if one != Range(None, None)), None)


@dataclass(frozen=True)
class Board:
    """What the ledger held at one entry. `Board()` is an empty ledger's.

    Attributes:
        seq: Number of that entry.
        head: Its hash.
        incidents: By id, without links.
        briefs: By report id.
        run: What the last run wrote down of itself; empty where none did.
        places: By report id, the words of the place of each claim, by claim id.
    """

    seq: int = 0
    head: str = "0" * 64
    incidents: Mapping[str, Incident] = field(default_factory=dict)
    briefs: Mapping[str, Brief] = field(default_factory=dict)
    run: Mapping[str, Any] = field(default_factory=dict)
    places: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def after(self, entries: Iterable[Entry]) -> "Board":
        """The board once further entries are read, in their order; this one stays as it is."""
        seq, head, run = self.seq, self.head, self.run
        incidents, briefs = dict(self.incidents), dict(self.briefs)
        places = dict(self.places)
        for entry in entries:
            seq, head = entry.seq, entry.hash
            if entry.kind == "incident":
                _put(incidents, entry, _incident)
            elif entry.kind == "report":
                _put(briefs, entry, _brief)
            elif entry.kind == "reading":
                _put(places, entry, _places)
            elif entry.kind == "run":
                run = entry.payload or {}
        return Board(seq, head, incidents, briefs, run, places)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """One for each incident, in no order."""
        return tuple(
            Row(
                incident,
                tuple(filter(None, map(self.briefs.get, incident.reports))),
                self._wheres(incident),
            )
            for incident in self.incidents.values()
        )

    def _wheres(self, incident: Incident) -> tuple[str, ...]:
        ours = set(incident.claims)
        told = (self.places.get(report, {}) for report in incident.reports)
        words = (where for one in told for claim, where in one.items() if claim in ours)
        return tuple(dict.fromkeys(words))


def _put(shelf: dict[str, Any], entry: Entry, made: Any) -> None:
    if entry.payload is None:
        shelf.pop(entry.key, None)
    else:
        shelf[entry.key] = made(entry.payload)


def _incident(payload: Mapping[str, Any]) -> Incident:
    return load(Incident, {**payload, "links": []})


def _places(payload: Mapping[str, Any]) -> dict[str, str]:
    return {
        claim["claim_id"]: place["words"]
        for claim in payload["claims"]
        if (place := claim["place"]) is not None
    }


def _brief(payload: Mapping[str, Any]) -> Brief:
    return Brief(payload["lang"], payload["title"], payload["publisher"])
