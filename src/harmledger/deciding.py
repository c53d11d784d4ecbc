"""Write decisions down: beside the data, with a name and a reason, undone by a new entry."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import product

from harmledger.decisions import DECISIONS, Decision, log
from harmledger.items import current
from harmledger.ledger import Ledger
from harmledger.meant import Meant, incident_named, meant, one_account
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

    Each is an account's id, a report's id, or an incident's id, code, former code or the end of
    one; a former code means what it stood for. "Same" joins one account of each; "not same" and
    "unsure" speak of every pair between them. Where one is part of the other, they are it and the
    rest: a report beside its own incident, what a former code stood for beside what took it in.

    Raises:
        LedgerError: One is not in the ledger, both are the same, the reason is missing, or a report
            of several incidents is to be joined: then its accounts are listed.
    """
    incidents = current(ledger, Incident)
    left, right = (meant(ledger, name, incidents) for name in (one, other))
    if verdict is Verdict.SAME:
        for each in (left, right):
            one_account(ledger, each, incidents)
    pairs = sorted({_pair(a, b) for a, b in _between(left, right)})
    if not pairs:
        raise LedgerError(f"{one} and {other} are one {_whole(left, right)}; name two")
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


def _between(left: Meant, right: Meant) -> Iterable[tuple[str, str]]:
    """Pairs of accounts, none with itself and none of one side alone."""
    inside = set(left.accounts) & set(right.accounts)
    if not inside:
        return product(left.accounts, right.accounts)
    whole = max(left, right, key=lambda one: (one.incident, len(one.accounts)))
    return product(sorted(inside), (one for one in whole.accounts if one not in inside))


def _whole(left: Meant, right: Meant) -> str:
    if len({*left.accounts, *right.accounts}) == 1:
        return "account"
    return "incident" if left.incident or right.incident else "report"


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
