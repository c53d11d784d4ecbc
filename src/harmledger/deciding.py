"""Write decisions down: beside the data, with a name and a reason, undone by a new entry."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from itertools import product

from harmledger.decisions import DECISIONS, Decision, log
from harmledger.items import current
from harmledger.ledger import Ledger
from harmledger.model import (
    Gone,
    Incident,
    Judgement,
    LedgerError,
    Override,
    Reading,
    Retraction,
    Verdict,
)
from harmledger.model.codec import dump, load


def today() -> date:
    """The day by UTC, which decisions and dates are held against."""
    return datetime.now(UTC).date()


def judge(
    ledger: Ledger, one: str, other: str, verdict: Verdict, *, by: str, because: str
) -> list[Judgement]:
    """Write down whether two things tell of one incident.

    Each is an account's id, a report's id, or an incident's id, code or the end of its code.
    "Same" joins one account of each; "not same" and "unsure" speak of every pair between them.

    Raises:
        LedgerError: One is not in the ledger, both are the same, or the reason is missing.
    """
    incidents = current(ledger, Incident)
    left, right = (accounts_of(ledger, name, incidents) for name in (one, other))
    pairs = sorted({_pair(a, b) for a, b in product(left, right) if a != b})
    # A report that is split off an incident is judged against the others in it.
    if verdict is not Verdict.SAME and (inside := set(left) & set(right)):
        pairs = [pair for pair in pairs if len(inside.intersection(pair)) == 1]
    if not pairs:
        raise LedgerError(f"{one} and {other} are one account; name two")
    at = datetime.now(UTC)
    told = pairs[:1] if verdict is Verdict.SAME else pairs
    made = [Judgement(*pair, verdict, _name(by), at, _reason(because)) for pair in told]
    ledger.append(("judgement", f"{one.left} {one.right}", dump(one)) for one in made)
    return made


def override(
    ledger: Ledger,
    incident: str,
    subject: str,
    *,
    by: str,
    because: str,
    grade: str | None = None,
    low: int | None = None,
    high: int | None = None,
) -> Override:
    """Write down a person's own grade or figure of an incident.

    Raises:
        LedgerError: There is no such incident, or the reason is missing.
    """
    found = incident_named(incident, current(ledger, Incident))
    at = datetime.now(UTC)
    made = Override(found.incident_id, subject, grade, low, high, _name(by), at, _reason(because))
    ledger.append([("override", f"{made.incident_id} {subject}", dump(made))])
    return made


def retract(ledger: Ledger, what: Gone, item: str, *, by: str, because: str) -> Retraction:
    """Write down that a claim is withdrawn or a report retracted.

    Raises:
        LedgerError: The ledger holds no such claim or report, or the reason is missing.
    """
    if what is Gone.REPORT:
        known = ledger.get("report", item) is not None
    else:
        known = any(
            claim.claim_id == item for one in current(ledger, Reading) for claim in one.claims
        )
    if not known:
        raise LedgerError(f"the ledger holds no {what} {item}; its id stands in {what}s.jsonl")
    made = Retraction(what, item, _name(by), datetime.now(UTC), _reason(because))
    ledger.append([("retraction", f"{what} {item}", dump(made))])
    return made


def undo(ledger: Ledger, number: int, *, by: str, because: str) -> Decision:
    """Take a decision back; it and its undoing stay in the log.

    Args:
        number: Of the entry that holds it, as `log` gives it.

    Raises:
        LedgerError: No decision that still holds has the number, or the reason is missing.
    """
    for entry, holds in log(ledger):
        if entry.seq == number and entry.payload is not None:
            if not holds:
                raise LedgerError(f"decision {number} no longer holds; `judge list` shows which do")
            why = f"{_name(by)}: {_reason(because)}"
            ledger.withdraw(entry.kind, [entry.key], because=why)
            return load(DECISIONS[entry.kind], entry.payload)
    raise LedgerError(f"entry {number} is no decision; `judge list` shows their numbers")


def accounts_of(ledger: Ledger, name: str, incidents: Sequence[Incident]) -> list[str]:
    """The accounts that a person means: of an incident, of a report, or one by its own id.

    Raises:
        LedgerError: The name is none of these; says what may be given.
    """
    found = incident_of(name, incidents)
    if found is not None:
        return list(found.accounts)
    if len(heirs(name, incidents)) > 1:
        raise LedgerError(_nowhere(name, incidents))
    if any(name in one.accounts for one in incidents):
        return [name]
    reading = ledger.get("reading", name)
    accounts = () if reading is None else load(Reading, reading).accounts
    if not accounts:
        raise LedgerError(
            f"{name}: no incident, report or account that tells of harm; give an incident's code "
            "or the end of it, or a report's id"
        )
    return [one.account_id for one in accounts]


def incident_of(name: str, incidents: Iterable[Incident]) -> Incident | None:
    """The incident of an id, a code or the end of a code; None where none is, or more than one.

    A former code leads to the incident that holds what it stood for.
    """
    known = list(incidents)
    whole = [one for one in known if name in (one.incident_id, one.code)]
    ends = [one for one in known if name and one.code.endswith(f"-{name}")]
    found = whole or heirs(name, known) or ends
    return found[0] if len(found) == 1 else None


def incident_named(name: str, incidents: Sequence[Incident]) -> Incident:
    """The incident of an id, a code, a former code or the end of a code.

    Raises:
        LedgerError: There is none, or more than one; says which.
    """
    found = incident_of(name, incidents)
    if found is None:
        raise LedgerError(_nowhere(name, incidents))
    return found


def heirs(code: str, incidents: Iterable[Incident]) -> list[Incident]:
    """The incidents that hold what a former code stood for, in their order."""
    return [one for one in incidents if code in one.former_codes]


def _nowhere(name: str, incidents: Sequence[Incident]) -> str:
    """Why a name leads to no one incident."""
    if parts := heirs(name, incidents):
        return f"{name} was parted into {' and '.join(one.code for one in parts)}; name one of them"
    return f"no incident {name}; give its code, or the end of it"


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _reason(because: str) -> str:
    because = " ".join(because.split())
    if not because:
        raise LedgerError("a decision needs its reason; say why in --because")
    return because


def _name(by: str) -> str:
    by = " ".join(by.split())
    if not by:
        raise LedgerError("a decision needs a name; say who in --by")
    return by
