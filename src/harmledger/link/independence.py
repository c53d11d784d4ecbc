"""Independence: which accounts of one incident stand on their own, and which relay another."""

from collections.abc import Callable, Sequence
from itertools import combinations

from harmledger.link.clusters import groups
from harmledger.link.sketch import Sketch
from harmledger.link.weights import Settings
from harmledger.link.words import likeness, plain_words
from harmledger.model import Claim, Measure, Polarity, SourceKind

Claims = Sequence[Claim]
Voice = tuple[frozenset[str], Measure, int | None, int | None]
# "Residents said" twice is two groups of residents as often as one.
ANYBODY = frozenset({SourceKind.WITNESS, SourceKind.UNNAMED})
Relay = Callable[["Teller", "Teller", Settings], bool]


class Teller:
    """One account with what tells whether it relays another.

    Attributes:
        voices: Each named source with each number it is said to have given.
        cited: Folded words of every source's name and organisation.
        publisher: Folded words of the publisher's name; empty where not known.
    """

    __slots__ = ("cited", "publisher", "sketch", "voices")

    def __init__(self, sketch: Sketch, claims: Claims) -> None:
        self.sketch = sketch
        named = [(one, name) for one in claims for name in _names(one)]
        self.voices = {voice for one, name in named if (voice := _voice(one, name)) is not None}
        self.cited = {name for _, name in named}
        self.publisher = frozenset(plain_words(sketch.report.publisher or ""))


def same_publisher(left: Teller, right: Teller, settings: Settings) -> bool:
    """One publisher is one source, however often it writes."""
    return bool(left.publisher) and left.publisher == right.publisher


def same_text(left: Teller, right: Teller, settings: Settings) -> bool:
    """The same or nearly the same text: one relays the other."""
    return likeness(left.sketch.signature, right.sketch.signature) >= settings.copy_share


def cites_publisher(left: Teller, right: Teller, settings: Settings) -> bool:
    """One names the other's publisher as its source."""
    return (bool(right.publisher) and right.publisher in left.cited) or (
        bool(left.publisher) and left.publisher in right.cited
    )


def same_voice(left: Teller, right: Teller, settings: Settings) -> bool:
    """Both pass on the same number from the same named source."""
    return not left.voices.isdisjoint(right.voices)


RELAYS: dict[str, Relay] = {
    relay.__name__: relay for relay in (same_publisher, same_text, cites_publisher, same_voice)
}


def origins(tellers: Sequence[Teller], settings: Settings) -> list[int]:
    """For each account the number of the first account that it shares an origin with.

    Relays of relays share an origin. A wire story that thirty sites carry is one. The grouping
    does not depend on the order.
    """
    return groups(
        len(tellers),
        [
            (one, other)
            for one, other in combinations(range(len(tellers)), 2)
            if any(relay(tellers[one], tellers[other], settings) for relay in RELAYS.values())
        ],
    )


def _names(claim: Claim) -> list[frozenset[str]]:
    source = claim.source
    if source is None:
        return []
    found = (frozenset(plain_words(name or "")) for name in (source.name, source.organisation))
    return [name for name in found if name]


def _voice(claim: Claim, name: frozenset[str]) -> Voice | None:
    """None where no number is said or affirmed, or where the source could be anybody."""
    count, kind = claim.count, claim.source.kind if claim.source else None
    if count is None or claim.polarity is Polarity.DENIED or kind in ANYBODY:
        return None
    if count.low is None and count.high is None:
        return None
    return name, claim.measure, count.low, count.high
