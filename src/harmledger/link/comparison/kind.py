"""What a comparison is: the level at which two sketches stand, and the sentence that says so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from harmledger.link.sketch import Sketch

Cuts = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing to look at in a pair. Both functions are symmetric in the two sketches.

    Attributes:
        levels: Every level it can find; vocab/linking gives each its weight.
        cuts: The limits between levels that vocab/linking must give.
        level: The level found, or None where either account doesn't say.
        says: The sentence for a pair at a level, for a person to check.
    """

    levels: tuple[str, ...]
    cuts: tuple[str, ...]
    level: Callable[[Sketch, Sketch, Cuts], str | None]
    says: Callable[[Sketch, Sketch, str], str]


def within(value: float, steps: tuple[str, ...], cuts: Cuts, *, beyond: str) -> str:
    """The first of `steps`, nearest first, whose cut holds the value, else `beyond`."""
    return next((step for step in steps if value <= cuts[step]), beyond)
