"""An incident: accounts held to tell of one happening, linked with reasons, graded."""

from dataclasses import dataclass
from datetime import date

from harmledger.model.figure import Figure
from harmledger.model.place import Place


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for or against a link.

    Attributes:
        name: The comparison that found it.
        weight: In bits; above 0 speaks for, below 0 against.
        says: A sentence a person can check.
    """

    name: str
    weight: float
    says: str


@dataclass(frozen=True, slots=True)
class Link:
    """Why two accounts are held to tell of one incident.

    Attributes:
        left: `account_id`; sorts before `right`.
        right: `account_id`.
        weight: Sum of the reasons' weights, in bits.
        reasons: Weightiest first.
    """

    left: str
    right: str
    weight: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Relay:
    """Why an account does not stand on its own.

    Attributes:
        account: The `account_id` that passes something on.
        of: The `account_id` that it relays, told earlier; None where it credits an origin that
            none of the incident's accounts is.
        says: A sentence a person can check.
    """

    account: str
    of: str | None
    says: str


@dataclass(frozen=True, slots=True)
class Supersession:
    """A toll that the same teller gave anew.

    Attributes:
        old: Claim ids of the toll that no longer holds, sorted.
        new: Claim ids of the toll that took its place, sorted.
        says: A sentence a person can check.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Incident:
    """Accounts of one happening, taken together.

    Attributes:
        incident_id: Hash of the earliest account's id, as it was when the incident was first told.
        code: Short name for people ("2017-03-14-mosul-1f3a"); once given it names no other.
        claims: Ids, sorted.
        reports: Ids, sorted.
        accounts: Ids, sorted.
        start: First day, or None where no account says.
        end: Last day, or None where no account says.
        place: The most precise place that its accounts support, or None.
        means: Codes, most often said first.
        perpetrators: Names, most often said first.
        grade: None until graded.
        grade_reasons: Sentences, weightiest first.
        figures: One per measure and group, in the order of the codes.
        independent_sources: How many publishers and sources stand on their own.
        links: Why its accounts are one; empty for a single account.
        relays: Accounts that pass another's on, earliest first; with `of` they make a tree.
        superseded: Tolls that their own teller gave anew, earliest first.
        former_codes: Codes of incidents that are part of this one now, sorted.
    """

    incident_id: str
    code: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    accounts: tuple[str, ...]
    start: date | None
    end: date | None
    place: Place | None
    means: tuple[str, ...]
    perpetrators: tuple[str, ...]
    grade: str | None
    grade_reasons: tuple[str, ...]
    figures: tuple[Figure, ...]
    independent_sources: int
    links: tuple[Link, ...] = ()
    relays: tuple[Relay, ...] = ()
    superseded: tuple[Supersession, ...] = ()
    former_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Where the reports went that an incident's code once stood for.

    Attributes:
        code: No other incident ever bears it.
        incident_id: Of the incident that bore it, or still does.
        to: Codes of the incidents that its reports tell of now; its own where the incident lives on
            and was parted, empty where no report that counts tells of it.
        because: A sentence that says why.
        judgement: The two account ids of the judgement that did it, with a space between; None
            where reports did.
        accounts: Ids of what it joined when it last stood, sorted; empty where it still does.
        parted: Ids of what left it while it stood, sorted.
    """

    code: str
    incident_id: str
    to: tuple[str, ...]
    because: str
    judgement: str | None = None
    accounts: tuple[str, ...] = ()
    parted: tuple[str, ...] = ()

    @property
    def leads_on(self) -> bool:
        """Whether who follows the code has to know of it: it leads not to itself alone."""
        return self.to != (self.code,)

    @property
    def lives(self) -> bool:
        """Whether the incident still bears the code."""
        return self.code in self.to
