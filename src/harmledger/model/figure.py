"""A figure: the headline count of one measure and group, drawn from claims."""

from dataclasses import dataclass

from harmledger.model.codes import Measure
from harmledger.model.count import Range

HOUSEHOLDS = "households"


@dataclass(frozen=True, slots=True)
class Figure:
    """A headline count of a report or an incident.

    Attributes:
        group: "all", "civilian", "combatant", "children", "women", "men" or "households", which
            are no people: "all" then is as many at least.
        low: Lower end, or None where no claim states one; a plural of the harmed states two.
        high: Upper end, or None where no claim states one.
        claims: Ids of every claim it was drawn from, sorted.
        low_claims: Ids of those that set the lower end, sorted.
        high_claims: Ids of those that set the upper end, sorted.
        best: The likeliest number, or None where the scheme names none.
        best_claims: Ids of those that give it, sorted.
    """

    measure: Measure
    group: str
    low: int | None
    high: int | None
    claims: tuple[str, ...]
    low_claims: tuple[str, ...] = ()
    high_claims: tuple[str, ...] = ()
    best: int | None = None
    best_claims: tuple[str, ...] = ()

    @property
    def range(self) -> Range:
        """The figure's two ends."""
        return Range(self.low, self.high)
