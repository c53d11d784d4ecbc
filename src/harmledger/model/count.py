"""A count as words hold it, and the range that several counts make together."""

from dataclasses import dataclass

from harmledger.model.codes import Bound


@dataclass(frozen=True, slots=True)
class Range:
    """A number of people, given by its ends.

    Attributes:
        low: Fewest consistent with what was said, or None where no lower end was
            given ("up to 40"). None is not zero.
        high: Most, or None where no upper end was given ("at least 12"). None is
            not infinity and not low.

    Raises:
        ValueError: An end is negative, or high is below low.
    """

    low: int | None
    high: int | None

    def __post_init__(self) -> None:
        low, high = self.low, self.high
        if (low is not None and low < 0) or (high is not None and high < 0):
            raise ValueError(f"a range can't be negative: {low} to {high}")
        if low is not None and high is not None and high < low:
            raise ValueError(f"a range's high end is below its low end: {low} to {high}")

    def __or__(self, other: "Range") -> "Range":
        """The narrowest range that holds every end that either states."""
        lows = [end for end in (self.low, other.low) if end is not None]
        highs = [end for end in (self.high, other.high) if end is not None]
        return Range(min(lows, default=None), max(highs + lows) if highs else None)

    def __add__(self, other: "Range") -> "Range":
        """Both together: what a lower end leaves unsaid adds nothing, an open upper end stays open.

        A lower end is None where neither states one.
        """
        lows = [end for end in (self.low, other.low) if end is not None]
        closed = self.high is not None and other.high is not None
        return Range(
            sum(lows) if lows else None,
            (self.high or 0) + (other.high or 0) if closed else None,
        )

    def __str__(self) -> str:
        """As a reader writes it: "3", "3-7", "at least 3", "up to 7", "unknown"."""
        if self.low is None and self.high is None:
            return "unknown"
        if self.high is None:
            return f"at least {self.low:,}"
        if self.low is None:
            return f"up to {self.high:,}"
        return f"{self.low:,}" if self.low == self.high else f"{self.low:,}-{self.high:,}"


@dataclass(frozen=True, slots=True)
class Count:
    """A count as its words state it.

    Attributes:
        low: Lower end, or None where the words give none.
        high: Upper end, or None where the words give none.
        bound: How the words hold the number; `none` is an explicit none (0 to 0).
        words: The words as written; "" only where a single person is counted
            without a number word and `bound` is exact.
    """

    low: int | None
    high: int | None
    bound: Bound
    words: str

    @property
    def range(self) -> Range:
        """The count's two ends."""
        return Range(self.low, self.high)
