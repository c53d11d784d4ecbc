"""What a reader made of one report: its claims, and the incidents it tells of."""

from dataclasses import dataclass
from datetime import date

from harmledger.model.claim import Claim, Weapon
from harmledger.model.figure import Figure
from harmledger.model.place import Place
from harmledger.model.when import When


@dataclass(frozen=True, slots=True)
class Account:
    """What one report tells of one incident.

    Attributes:
        report_id: The report that tells it.
        claims: Ids of the claims that belong to it, in the order of the text.
        start: First day of the incident, or None where not said.
        end: Last day, or None where not said.
        place: None where not said.
        means: Codes of what did the harm, in the order of the text.
        perpetrators: Names of who is held to have done it, in the order of the text.
        figures: Headline counts, after nesting, restatement and denial are resolved.
    """

    report_id: str
    claims: tuple[str, ...]
    start: date | None
    end: date | None
    place: Place | None
    means: tuple[Weapon, ...]
    perpetrators: tuple[str, ...]
    figures: tuple[Figure, ...]

    @property
    def account_id(self) -> str:
        """Report and first claim: one report's accounts share no claim."""
        return f"{self.report_id}:{self.claims[0]}" if self.claims else f"{self.report_id}:"


def report_of(account_id: str) -> str:
    """The id of the report that tells an account, cut out of `Account.account_id`.

    A claim's id holds no colon; a report's may.
    """
    return account_id.rpartition(":")[0]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one report.

    Attributes:
        claims: In the order of the text; background claims included.
        accounts: The main incident's first; empty where the report counts no harm.
        vocabulary: Digest of the vocabulary that read it.
        place: Where the event that the report tells of was, also where it counts no harm;
            None where no place was said.
        time: When it was; None where no day was said.
    """

    report_id: str
    claims: tuple[Claim, ...]
    accounts: tuple[Account, ...]
    vocabulary: str
    place: Place | None = None
    time: When | None = None
