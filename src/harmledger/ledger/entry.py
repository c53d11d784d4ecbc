"""An entry, and the hash that binds it to the one before."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from harmledger.model import LedgerError

GENESIS = "0" * 64
WITHDRAWN = "withdrawn"

Payload = Mapping[str, Any]
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger, as it was written.

    Attributes:
        seq: 1 for the first, without gaps.
        key: Names the item among those of its kind.
        payload: None where the entry says that the item is gone.
        because: Why the item is gone; None where it is not.
        at: When it was written, aware and in UTC.
        hash: Binds everything here to the entry before.
    """

    seq: int
    kind: str
    key: str
    payload: dict[str, Any] | None
    because: str | None
    at: datetime
    hash: str


def canonical(payload: Payload) -> str:
    """Write a payload so that equal payloads are equal texts: keys sorted, no spaces.

    Raises:
        ValueError: It holds NaN, an infinity, or a character that no text has (a lone
            surrogate).
        TypeError: It holds something that is no JSON value.
    """
    text = _ENCODER.encode(payload)
    text.encode()
    return text


def checked(kind: str, key: str, payload: Payload) -> str:
    """The canonical text of an item that may enter the ledger.

    Raises:
        LedgerError: The item can't be written; names it and says why.
    """
    if WITHDRAWN in payload:
        raise LedgerError(f"{kind} {key!r}: the key {WITHDRAWN!r} is kept for withdrawals; rename")
    try:
        key.encode()
        return canonical(payload)
    except (TypeError, ValueError) as error:
        raise LedgerError(f"{kind} {key!r}: can't be written as JSON: {error}") from error


def withdrawal(because: str) -> str:
    """The payload text of an entry that says that its item is gone."""
    return canonical({WITHDRAWN: because})


def read(seq: int, kind: str, key: str, text: str, at: datetime, hashed: str) -> Entry:
    """Turn a stored row into an entry."""
    payload = stored(kind, key, text)
    because = payload.get(WITHDRAWN)
    return Entry(seq, kind, key, payload if because is None else None, because, at, hashed)


def stored(kind: str, key: str, text: str) -> dict[str, Any]:
    """The payload in a stored text, withdrawn or not.

    Raises:
        LedgerError: It is no JSON object, which the ledger never wrote.
    """
    try:
        payload = json.loads(text)
    except (TypeError, ValueError, RecursionError):
        payload = None
    if not isinstance(payload, dict):
        raise LedgerError(f"{kind} {key!r} was altered; `harmledger verify` names the entry")
    return payload


def digest(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def seal(previous: str, seq: int, kind: str, key: str, text: str, at: datetime) -> str:
    """Hash an entry together with the hash of the one before.

    The parts are hashed as one JSON list, so that no two different entries read the same.
    """
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    return digest(_ENCODER.encode([previous, seq, kind, key, text, moment]))
