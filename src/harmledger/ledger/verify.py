"""What a check of a ledger finds."""

from collections.abc import Iterable
from dataclasses import dataclass

from harmledger.ledger.entry import GENESIS, digest, seal
from harmledger.ledger.stored import Stored


@dataclass(frozen=True, slots=True)
class Misfit:
    """The first entry that does not fit the chain, and why."""

    seq: int
    kind: str
    key: str
    why: str

    def __str__(self) -> str:
        return f"entry {self.seq} ({self.kind} {self.key!r}) does not fit: {self.why}"


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked, and what does not fit.

    Attributes:
        entries: How many entries fit, from the first on.
        head: Hash of the last entry that fits.
        misfit: The first entry that does not fit, or None.
        originals: How many originals the archive holds.
        missing: Report key and hash of each original that the archive lacks, in order of entry.
        altered: Hashes of originals whose bytes changed or can't be read, sorted.
        damage: What the database says is broken in its own file, beside the entries; None where
            nothing is, or it has no file.
        cut: How the ledger ends otherwise than was noted beside it, which a chain alone can't show;
            None where it doesn't, or nothing was noted.
    """

    entries: int
    head: str
    misfit: Misfit | None
    originals: int
    missing: tuple[tuple[str, str], ...]
    altered: tuple[str, ...]
    damage: str | None = None
    cut: str | None = None

    @property
    def problems(self) -> tuple[str, ...]:
        """A sentence for each thing that does not fit; empty where everything does."""
        chain = [] if self.misfit is None else [str(self.misfit)]
        missing = [f"original {sha} of report {key!r} is missing" for key, sha in self.missing]
        altered = [f"original {sha} was altered" for sha in self.altered]
        damage = [] if self.damage is None else [f"the file is damaged: {self.damage}"]
        cut = [] if self.cut is None else [self.cut]
        return (*chain, *cut, *missing, *altered, *damage)

    @property
    def holds(self) -> bool:
        """Whether the chain and the archive fit."""
        return not self.problems


@dataclass(slots=True)
class Chain:
    """Follows the entries from the first on, as far as they fit."""

    length: int = 0
    head: str = GENESIS

    def follow(self, rows: Iterable[Stored]) -> Misfit | None:
        """The first row that does not fit, or None."""
        for row in rows:
            why = self._misfit(row)
            if why is not None:
                return Misfit(row.seq, row.kind, row.key, why)
            self.length, self.head = row.seq, row.hash
        return None

    def _misfit(self, row: Stored) -> str | None:
        if row.seq != self.length + 1:
            return f"entry {self.length + 1} is gone"
        if not row.is_whole:
            return "a part of it is not of its kind"
        if row.previous != self.head:
            return "it names another entry as the one before"
        if row.digest != digest(row.payload):
            return "its content was altered"
        sealed = seal(row.previous, row.seq, row.kind, row.key, row.payload, row.at)
        return None if row.hash == sealed else "its kind, key, time or content was altered"
