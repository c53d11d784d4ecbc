"""Builders of nouns: a test names only what it is about, everything else has a sensible default."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from harmledger.model import (
    Account,
    Actor,
    Bound,
    Certainty,
    Claim,
    Count,
    Evidence,
    Figure,
    Group,
    Held,
    Incident,
    Judgement,
    Measure,
    People,
    Place,
    PlacePrecision,
    Polarity,
    Reading,
    Report,
    Scope,
    Source,
    SourceKind,
    Status,
    Verdict,
    Weapon,
)

DAY = date(2017, 3, 14)
MOSUL = Place(
    words="Mosul",
    name="Mosul",
    id="own:mosul",
    lat=36.335,
    lon=43.119,
    precision=PlacePrecision.CITY,
    score=0.9,
    country="IQ",
)
TEXT = "An airstrike hit a market in Mosul on Tuesday, killing 12 civilians, residents said."


def report(text: str = TEXT, **other: Any) -> Report:
    """A report of one sentence, published a day after `DAY`."""
    made = Report(
        report_id="r1",
        sha256=sha256(text.encode()).hexdigest(),
        lang="en",
        title=None,
        publisher="Tigris Wire",
        published=date(2017, 3, 15),
        url=None,
        text=text,
        origin="reports.jsonl:1",
    )
    return replace(made, **other)


def count(low: int | None = 12, high: int | str | None = "low", **other: Any) -> Count:
    """A count; `high` is `low` unless given, and the bound follows from the two ends."""
    top = low if isinstance(high, str) else high
    made = Count(low, top, _bound(low, top), _words(low, top))
    return replace(made, **other)


def source(name: str = "residents", kind: SourceKind | None = SourceKind.WITNESS) -> Source:
    """A source with a cue."""
    return Source(name, kind=kind, cue="said")


def actor(name: str = "the army", held: Held = Held.KNOWN) -> Actor:
    """A perpetrator or target."""
    return Actor(name, name, held)


def claim(low: int | None = 12, high: int | str | None = "low", **other: Any) -> Claim:
    """Twelve civilians killed, as residents said; `at` is where its evidence starts.

    Shortcuts beside the claim's own fields: `at`, `quote`, `status`, `people`.
    """
    at, quote = other.pop("at", 0), other.pop("quote", "killing 12 civilians")
    status = other.pop("status", Status.CIVILIAN)
    people = other.pop("people", People.ALL)
    made = Claim(
        report_id="r1",
        measure=Measure.KILLED,
        group=Group(status=status, people=people),
        count=count(low, high),
        scope=Scope(),
        polarity=Polarity.AFFIRMED,
        certainty=Certainty.STATED,
        hedge=None,
        source=source(),
        means=None,
        perpetrator=None,
        target=None,
        change=None,
        place=None,
        time=None,
        evidence=Evidence(at, at + len(quote), quote, "en"),
        rule="test.rule",
        confidence=0.9,
    )
    return replace(made, **other)


def figure(low: int | None = 12, high: int | str | None = "low", **other: Any) -> Figure:
    """A headline count of people killed; `high` is `low` unless given."""
    top = low if isinstance(high, str) else high
    return replace(Figure(Measure.KILLED, "all", low, top, claims=()), **other)


def account(*figures: Figure, **other: Any) -> Account:
    """What report r1 tells of an airstrike in Mosul on `DAY`."""
    made = Account(
        report_id="r1",
        claims=(),
        start=DAY,
        end=DAY,
        place=MOSUL,
        means=(Weapon("airstrike", "airstrike"),),
        perpetrators=(),
        figures=figures,
    )
    return replace(made, **other)


def reading(*accounts: Account, claims: tuple[Claim, ...] = (), report_id: str = "r1") -> Reading:
    """What was read in one report; accounts and claims take on its id."""
    return Reading(
        report_id=report_id,
        claims=tuple(replace(one, report_id=report_id) for one in claims),
        accounts=tuple(replace(one, report_id=report_id) for one in accounts),
        vocabulary="test",
    )


def place(name: str = "Mosul", **other: Any) -> Place:
    """A place; located as Mosul is unless given otherwise, with an id of its own name."""
    return replace(MOSUL, **({"words": name, "name": name, "id": f"own:{name.lower()}"} | other))


def judgement(left: str, right: str, verdict: Verdict = Verdict.SAME, **other: Any) -> Judgement:
    """A verdict by Amal; later ones give `at`."""
    at = datetime(2024, 1, 1, 12, tzinfo=UTC)
    made = Judgement(left, right, verdict, "Amal", at, "the same photograph")
    return replace(made, **other)


def incident(*figures: Figure, **other: Any) -> Incident:
    """An ungraded incident of one account in Mosul on `DAY`."""
    made = Incident(
        incident_id="1f3a000000000000",
        code="2017-03-14-mosul-1f3a",
        claims=(),
        reports=("r1",),
        accounts=("r1:",),
        start=DAY,
        end=DAY,
        place=MOSUL,
        means=("airstrike",),
        perpetrators=(),
        grade=None,
        grade_reasons=(),
        figures=figures,
        independent_sources=1,
    )
    return replace(made, **other)


def _bound(low: int | None, high: int | None) -> Bound:
    if low is None and high is None:
        return Bound.VAGUE
    if high is None:
        return Bound.AT_LEAST
    if low is None:
        return Bound.AT_MOST
    if low == high:
        return Bound.NONE if low == 0 else Bound.EXACT
    return Bound.RANGE


def _words(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return "several"
    if high is None:
        return f"at least {low}"
    if low is None:
        return f"up to {high}"
    return f"{low}" if low == high else f"{low} to {high}"
