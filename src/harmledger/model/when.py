"""When: the words of a time, and the days they mean."""

from dataclasses import dataclass
from datetime import date

from harmledger.model.codes import TimePrecision


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days as the text words it.

    Attributes:
        words: As written.
        start: First day, or None where the words can't be resolved.
        end: Last day, inclusive; None exactly where `start` is.
        precision: How finely the words tell it.
        edtf: The same as an Extended Date/Time Format string, or None.
        reason: Why `start` is None (a code of vocab/codes/reasons.yml), else None.
    """

    words: str
    start: date | None
    end: date | None
    precision: TimePrecision
    edtf: str | None = None
    reason: str | None = None
