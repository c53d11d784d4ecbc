"""Set something aside in this room, with the remedy its reason has in the vocabulary."""

from functools import cache

from harmledger.model import SetAside
from harmledger.vocab.load import Entry, entries

NEEDS = frozenset({"stage", "remedy"})
KNOWS = NEEDS | {"fault"}


def held(item: str, reason: str, what: str | None = None) -> SetAside:
    """Set `item` aside.

    Args:
        item: "path" or "path:line".
        what: A sentence that names the thing; None where the reason's own says enough.

    Raises:
        KeyError: The reason has no entry in vocab/codes/reasons.yml.
    """
    entry = _reasons()[reason]
    return SetAside(item, "ingest", reason, f"{what or entry.says} {entry.body['remedy']}")


@cache
def _reasons() -> dict[str, Entry]:
    return {entry.id: entry for entry in entries("codes/reasons.yml", knows=KNOWS, needs=NEEDS)}
