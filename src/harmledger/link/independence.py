"""Independence: which accounts of one incident stand on their own, and which relay another."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from harmledger.link.clusters import groups
from harmledger.link.credits import credited
from harmledger.link.sketch import Extent, Item, text_of
from harmledger.link.weights import Settings
from harmledger.link.words import likeness, plain_words
from harmledger.model import Claim, Measure, Polarity, Relay, SourceKind

Voice = tuple[frozenset[str], Measure, int | None, int | None]
# "Residents said" twice is two groups of residents as often as one.
ANYBODY = frozenset({SourceKind.WITNESS, SourceKind.UNNAMED})


@dataclass(frozen=True, slots=True)
class Independence:
    """What of an incident's accounts stands on its own.

    Attributes:
        sources: How many origins they have.
        relays: Accounts that pass another's on, earliest first.
    """

    sources: int
    relays: tuple[Relay, ...]


class Teller:
    """One account with what tells whether it relays another.

    Attributes:
        claims: The account's own, in the order of the text.
        voices: Each named source with each number it is said to have given.
        cited: Folded words of every source's name and organisation.
        credits: Agencies that the text credits.
        publisher: Folded words of the publisher's name; empty where not known.
        signature: Least hashes of the text's shingles.
    """

    __slots__ = ("cited", "claims", "credits", "item", "publisher", "signature", "voices")

    def __init__(self, item: Item, extent: Extent, signature: frozenset[int]) -> None:
        self.item = item
        self.claims = _own(item)
        named = [(one, name) for one in self.claims for name in _names(one)]
        self.voices = {voice for one, name in named if (voice := _voice(one, name)) is not None}
        self.cited = {name for _, name in named}
        self.publisher = _folded(item.report.publisher or "")
        text = text_of(item, extent)[: extent.characters]
        self.credits = credited(text)
        self.signature = signature

    @property
    def age(self) -> tuple[date, str]:
        """Earliest published first, undated last, then by id."""
        return self.item.report.published or date.max, self.item.account.account_id


Found = Callable[[Teller, Teller, Settings], str | None]


def same_publisher(early: Teller, late: Teller, settings: Settings) -> str | None:
    """One publisher is one source, however often it writes."""
    if early.publisher and early.publisher == late.publisher:
        return f"both published by {late.item.report.publisher}"
    return None


def same_text(early: Teller, late: Teller, settings: Settings) -> str | None:
    """The same or nearly the same text: one relays the other."""
    ours, theirs = early.signature, late.signature
    if len(ours & theirs) < settings.copy_share * max(len(ours), len(theirs)):
        return None  # as most do: their likeness is no greater than this
    share = likeness(early.signature, late.signature)
    return f"{share:.0%} of the text is the same" if share >= settings.copy_share else None


def cites_publisher(early: Teller, late: Teller, settings: Settings) -> str | None:
    """One names the other's publisher as its source."""
    for one, other in ((early, late), (late, early)):
        if one.publisher and (one.publisher in other.cited or _is_credited(one, other)):
            return f"names {one.item.report.publisher} as its source"
    return None


def same_credit(early: Teller, late: Teller, settings: Settings) -> str | None:
    """Both credit one agency: one wire story, however many carry it."""
    both = sorted(early.credits & late.credits)
    return f"both credit {both[0]}" if both else None


def same_voice(early: Teller, late: Teller, settings: Settings) -> str | None:
    """Both pass on the same number from the same named source."""
    both = early.voices & late.voices
    if not both:
        return None
    name, measure, low, high = min(both, key=lambda one: (sorted(one[0]), *map(str, one[1:])))
    number = f"{low}" if low == high else f"{low}-{high}"
    said = next(words for claim in late.claims for words, folded in _named(claim) if folded == name)
    return f"both give {said}'s {number} {measure}"


RELAYS: dict[str, Found] = {
    found.__name__: found
    for found in (same_text, cites_publisher, same_voice, same_credit, same_publisher)
}


def independence(tellers: Sequence[Teller], settings: Settings) -> Independence:
    """Count the origins, and say what relays what.

    Relays of relays share an origin: a wire story that thirty sites carry is one. The tree hangs
    each account on the earliest that it relays; the first account of an origin hangs on none. It
    does not depend on the order of `tellers`.
    """
    ordered = sorted(tellers, key=lambda one: one.age)
    tied = []
    relays = []
    for late, teller in enumerate(ordered):
        # The earlier ones first: the one it hangs on is the earliest.
        found = list(_relayed(ordered[:late], teller, settings))
        tied += [(early, late) for early, _ in found]
        if found:
            early, says = found[0]
            of = ordered[early].item.account.account_id
            relays.append(Relay(teller.item.account.account_id, of, says))
        elif teller.credits:
            names = " and ".join(sorted(teller.credits))
            relays.append(Relay(teller.item.account.account_id, None, f"credits {names}"))
    return Independence(len(set(groups(len(ordered), tied))), tuple(relays))


def _relayed(
    earlier: Sequence[Teller], teller: Teller, settings: Settings
) -> Iterator[tuple[int, str]]:
    for at, early in enumerate(earlier):
        for relay in RELAYS.values():
            says = relay(early, teller, settings)
            if says is not None:
                yield at, says
                break


def _own(item: Item) -> list[Claim]:
    """The claims of the account, in the order of the text."""
    ours, every = item.account.claims, item.reading.claims
    if len(ours) == len(every):
        return list(every)  # spares the hashes that the ids are
    wanted = set(ours)
    return [one for one in every if one.claim_id in wanted] if wanted else []


def _is_credited(one: Teller, other: Teller) -> bool:
    return any(_folded(name) == one.publisher for name in other.credits)


@lru_cache(maxsize=100_000)
def _folded(name: str) -> frozenset[str]:
    return frozenset(plain_words(name))


def _named(claim: Claim) -> list[tuple[str, frozenset[str]]]:
    source = claim.source
    if source is None:
        return []
    written = [name for name in (source.name, source.organisation) if name]
    return [(name, folded) for name in written if (folded := _folded(name))]


def _names(claim: Claim) -> list[frozenset[str]]:
    return [folded for _, folded in _named(claim)]


def _voice(claim: Claim, name: frozenset[str]) -> Voice | None:
    """None where no number is said or affirmed, or where the source could be anybody."""
    count, kind = claim.count, claim.source.kind if claim.source else None
    if count is None or claim.polarity is Polarity.DENIED or kind in ANYBODY:
        return None
    if count.low is None and count.high is None:
        return None
    return name, claim.measure, count.low, count.high
