"""A claim: one count of one measure, from one source, in one report, with its evidence."""

from dataclasses import dataclass
from hashlib import sha256

from harmledger.model.codes import (
    Certainty,
    Held,
    Measure,
    People,
    Polarity,
    ScopeKind,
    SourceKind,
    Status,
    Unit,
)
from harmledger.model.count import Count
from harmledger.model.place import Place
from harmledger.model.when import When


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact characters of the report that carry a claim.

    Attributes:
        start: First character, in Unicode code points from the text's start.
        end: One past the last character.
        quote: `text[start:end]`.
        lang: ISO 639-1 code of the quote.
    """

    start: int
    end: int
    quote: str
    lang: str


@dataclass(frozen=True, slots=True)
class Group:
    """Who is counted.

    Attributes:
        role: Code of vocab/codes/roles.yml, or None where no role was said.
        unit: None for measures that count no people.
        part_of: Id of the claim this count lies inside ("including three children").
    """

    status: Status = Status.UNKNOWN
    people: People = People.ALL
    role: str | None = None
    unit: Unit | None = Unit.PEOPLE
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """Over what the count runs.

    Attributes:
        per: "second", "minute", "hour", "day", "week", "month" or "year" for a rate, else None.
    """

    kind: ScopeKind = ScopeKind.INCIDENT
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who is said to have said it.

    Attributes:
        name: As written ("the government", "Yahya Rasoul"); never empty.
        role: Office held ("a spokesman for ..."), or None.
        organisation: Body spoken for, or None.
        kind: None where the words leave more than one kind open.
        cue: The words that attribute ("said"), or None.
    """

    name: str
    role: str | None = None
    organisation: str | None = None
    kind: SourceKind | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Weapon:
    """What did the harm.

    Attributes:
        code: Code of vocab/codes/means.yml.
        words: As written.
    """

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A perpetrator or target.

    Attributes:
        name: As the vocabulary names it, or as written where it holds no such actor.
        words: As written.
        held: How the text holds it.
    """

    name: str
    words: str
    held: Held = Held.KNOWN


@dataclass(frozen=True, slots=True)
class Change:
    """A state of control of a place, or a change of it.

    Attributes:
        kind: "held", "gained", "lost" or "contested", from the side of `by`.
        by: Who holds or gains, as written; None where not said.
        taken_from: Who held it before, as written; None where not said.
        share_low: Least share of the place, 0 to 1; None where not said.
        share_high: Greatest share of the place, 0 to 1; None where not said.
    """

    kind: str
    by: str | None = None
    taken_from: str | None = None
    share_low: float | None = None
    share_high: float | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One count of one measure, as one source gave it in one report.

    Attributes:
        count: None for control, whose matter is `change`.
        hedge: The words that hedge, or None where it is stated plainly.
        source: None where the publisher speaks in its own voice.
        evidence: Holds the number and every word that changes its meaning.
        rule: Id of the rule that read it.
        confidence: 0 to 1, the reader's own.
    """

    report_id: str
    measure: Measure
    group: Group
    count: Count | None
    scope: Scope
    polarity: Polarity
    certainty: Certainty
    hedge: str | None
    source: Source | None
    means: Weapon | None
    perpetrator: Actor | None
    target: Actor | None
    change: Change | None
    place: Place | None
    time: When | None
    evidence: Evidence
    rule: str
    confidence: float

    @property
    def claim_id(self) -> str:
        """The same words read as the same count are the same claim, on any machine."""
        count = self.count
        ends = "" if count is None else f"{count.low}:{count.high}:{count.bound}:{count.words}"
        key = (
            f"{self.report_id}:{self.evidence.start}-{self.evidence.end}:{self.measure}:"
            f"{ends}:{self.group.status}:{self.group.people}:{self.polarity}:"
            f"{self.place.words if self.place is not None else ''}"
        )
        return sha256(key.encode()).hexdigest()[:16]
