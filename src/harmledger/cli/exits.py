"""Exit codes of every command; docs/reference/exit-codes.md shows this table."""

from collections.abc import Iterable
from enum import IntEnum
from functools import cache

from harmledger.model import SetAside
from harmledger.vocab.load import document


class Exit(IntEnum):
    """What the exit code of a command says."""

    FINE = 0
    BAD_INPUT = 1
    USAGE = 2
    VOCABULARY = 3
    STORE = 4
    STOPPED = 130

    @property
    def says(self) -> str:
        """The code's meaning in a sentence."""
        return SAYS[self]


SAYS = {
    Exit.FINE: "All input was read. Notes on what was still read (a bad date of publication, say), "
    "repetitions, and reports without a claim or a grammar are set aside and are no fault.",
    Exit.BAD_INPUT: "Done, but some input could not be read: the closing table and "
    "set_aside.jsonl say what and why. Of `verify`: something does not fit. Of `vocab check`: a "
    "file is not in canonical form.",
    Exit.USAGE: "The command line, or a line on standard input, makes no sense.",
    Exit.VOCABULARY: "A vocabulary, scheme or gazetteer file is wrong; nothing was read.",
    Exit.STORE: "The ledger can't be used, the disk is full or not writable, or a worker "
    "process died. What was in the ledger is still there.",
    Exit.STOPPED: "Stopped by Ctrl-C; what was already read is kept.",
}


def exit_of(items: Iterable[object]) -> Exit:
    """Go through all items: `BAD_INPUT` where a reason is a fault of the input."""
    lost = sum(isinstance(item, SetAside) and item.reason in faults() for item in items)
    return Exit.BAD_INPUT if lost > 0 else Exit.FINE


@cache
def faults() -> frozenset[str]:
    """Reason codes that say that something of the input was lost (codes/reasons.yml)."""
    entries = document("codes/reasons.yml")["entries"]
    return frozenset(entry["id"] for entry in entries if entry.get("fault") is True)
