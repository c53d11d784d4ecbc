"""What went through a run, added up."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from harmledger.model import SetAside


@dataclass(frozen=True)
class Tally:
    """What went through a run. `Tally()` is nothing; `+` joins two runs.

    Attributes:
        passed: How many items were passed on.
        set_aside: How many were set aside, by (stage, reason code).
    """

    passed: int = 0
    set_aside: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.passed + other.passed, self.set_aside + other.set_aside)

    @classmethod
    def of(cls, items: Iterable[object]) -> "Tally":
        """Count items: a `SetAside` by its stage and reason, anything else as passed on."""
        passed, apart = 0, Counter[tuple[str, str]]()
        for item in items:
            if isinstance(item, SetAside):
                apart[item.stage, item.reason] += 1
            else:
                passed += 1
        return cls(passed, apart)
