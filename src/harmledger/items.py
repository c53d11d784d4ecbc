"""The nouns of a ledger's entries, by their kinds."""

from typing import TypeVar

from harmledger.ledger import Ledger
from harmledger.model import (
    Incident,
    Judgement,
    LedgerError,
    Override,
    Reading,
    Report,
    Retraction,
    SetAside,
    Tombstone,
)
from harmledger.model.codec import load

Noun = TypeVar(
    "Noun", Report, Reading, Incident, Tombstone, Judgement, SetAside, Override, Retraction
)
KINDS: dict[type, str] = {
    Report: "report",
    Reading: "reading",
    Incident: "incident",
    Tombstone: "tombstone",
    Judgement: "judgement",
    SetAside: "set_aside",
    Override: "override",
    Retraction: "retraction",
}


def current(ledger: Ledger, kind: type[Noun]) -> list[Noun]:
    """The current items of a kind, by key in code point order.

    Raises:
        LedgerError: An entry is no such item: it was altered.
    """
    return [noun(kind, key, payload) for key, payload in ledger.current(KINDS[kind])]


def noun(kind: type[Noun], key: str, payload: dict[str, object]) -> Noun:
    """The item that a payload holds.

    Raises:
        LedgerError: It is no such item: it was altered.
    """
    try:
        return load(kind, payload)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise LedgerError(
            f"{KINDS[kind]} {key!r} was altered; `harmledger verify` names the entry"
        ) from error
