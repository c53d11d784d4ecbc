"""What a person means by a name: an incident by its code, a report, or one account of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from harmledger.items import current
from harmledger.ledger import Ledger
from harmledger.model import Account, Incident, LedgerError, Reading, Tombstone, report_of
from harmledger.model.codec import load


@dataclass(frozen=True, slots=True)
class Meant:
    """What a name stands for.

    Attributes:
        accounts: Ids; of a former code those that it stood for.
        incident: Whether it names an incident, by a code of now or of before.
    """

    name: str
    accounts: tuple[str, ...]
    incident: bool


def meant(ledger: Ledger, name: str, incidents: Sequence[Incident]) -> Meant:
    """The accounts that a person means: of an incident, of a report, or one by its own id.

    A former code means what it stood for before others took it in, not all of the incident that
    holds it now.

    Raises:
        LedgerError: The name is none of these, or several; says what may be given.
    """
    found = incident_of(name, incidents)
    if found is not None:
        former = [code for code in found.former_codes if _is(name, code)]
        live = name == found.incident_id or _is(name, found.code)
        accounts = found.accounts if live else tuple(_stood_for(ledger, former[0], found))
        return Meant(name, accounts, incident=True)
    if len(named(name, incidents)) > 1:
        raise LedgerError(_nowhere(name, incidents))
    if any(name in one.accounts for one in incidents):
        return Meant(name, (name,), incident=False)
    told = accounts_of(ledger, name)
    if not told:
        raise LedgerError(
            f"{name}: no incident, report or account that tells of harm; give an incident's code "
            "or the end of it, or a report's id"
        )
    return Meant(name, tuple(one.account_id for one in told), incident=False)


def accounts_of(ledger: Ledger, report: str) -> tuple[Account, ...]:
    """What a report of that id tells of; nothing where the ledger has read none."""
    reading = ledger.get("reading", report)
    return () if reading is None else load(Reading, reading).accounts


def one_account(ledger: Ledger, one: Meant, incidents: Sequence[Incident]) -> None:
    """See to it that a report is not named where only one of its accounts can be meant.

    Raises:
        LedgerError: It tells of several incidents; lists its accounts, for one to be named.
    """
    holds = {account: each.code for each in incidents for account in each.accounts}
    if one.incident or len({holds.get(account) for account in one.accounts}) < 2:
        return
    told = (_told(each, holds) for each in accounts_of(ledger, one.name))
    raise LedgerError(
        "\n  ".join([f"{one.name} tells of several incidents; name the account you mean:", *told])
    )


def incident_of(name: str, incidents: Iterable[Incident]) -> Incident | None:
    """The incident of an id, a code or the end of a code; None where none is, or more than one.

    A former code, or its end, leads to the incident that holds what it stood for.
    """
    found = named(name, incidents)
    return found[0] if len(found) == 1 else None


def incident_named(name: str, incidents: Sequence[Incident]) -> Incident:
    """The incident of an id, a code, a former code or the end of one.

    Raises:
        LedgerError: There is none, or more than one; says which.
    """
    found = incident_of(name, incidents)
    if found is None:
        raise LedgerError(_nowhere(name, incidents))
    return found


def named(name: str, incidents: Iterable[Incident]) -> list[Incident]:
    """Every incident that a name can mean, in their order; a whole code goes before an end."""
    known = list(incidents)
    whole = [one for one in known if name in (one.incident_id, one.code)]
    heirs = [one for one in known if name in one.former_codes]
    ends = [one for one in known if any(_is(name, each) for each in (one.code, *one.former_codes))]
    return whole or heirs or ends


def _is(name: str, code: str) -> bool:
    return name == code or (name != "" and code.endswith(f"-{name}"))


def _stood_for(ledger: Ledger, code: str, holder: Incident) -> Iterable[str]:
    """Accounts of a code that is gone, as far as the incident still holds them.

    Of a report that was read anew since, whose accounts bear other ids, all that it holds.
    """
    (stone,) = (one for one in current(ledger, Tombstone) if one.code == code)
    before = stone.accounts or stone.parted
    reports = {report_of(account) for account in before}
    return [one for one in holder.accounts if one in before] or [
        one for one in holder.accounts if report_of(one) in reports
    ]


def _told(one: Account, holds: dict[str, str]) -> str:
    days = [str(day) for day in dict.fromkeys((one.start, one.end)) if day is not None]
    place = None if one.place is None else one.place.name or one.place.words
    where = holds.get(one.account_id, "no incident")
    return f"{one.account_id} in {where}: {' to '.join(days) or 'no day'}, {place or 'no place'}"


def _nowhere(name: str, incidents: Sequence[Incident]) -> str:
    """Why a name leads to no one incident."""
    found = named(name, incidents)
    if not found:
        return f"no incident {name}; give its code, or the end of it"
    codes = " and ".join(one.code for one in found)
    if any(name in one.former_codes for one in found):
        return f"{name} was parted into {codes}; name one of them"
    return f"{name} is the end of more codes than one: of {codes}; name one of them"
