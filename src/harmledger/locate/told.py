"""A report's place words, with what they mean beside each other."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from harmledger.locate.choose import choose
from harmledger.locate.gazetteer.index import Gazetteer
from harmledger.locate.mentioned import Nations, nations
from harmledger.locate.text.mention import Mention, mentions
from harmledger.locate.text.sentence import sentences
from harmledger.locate.weigh import Choice
from harmledger.model import PlacePrecision

Known = tuple[Mention, Choice]


@dataclass(frozen=True, slots=True)
class Told:
    """What a report says of where.

    Attributes:
        starts: First character of each sentence.
        mentions: Place words of the text, in its order.
        chosen: What words mean, for those with a name that the gazetteer knows.
        fine: Mentions beside words that say that a place is meant, and what they mean, where
            that is sure enough and smaller than a country.
        lead: The country that most places of the report lie in; None where none is told.
    """

    text: str
    starts: tuple[int, ...]
    mentions: tuple[Mention, ...]
    chosen: Mapping[str, Choice]
    fine: tuple[Known, ...]
    lead: str | None

    @property
    def leading(self) -> list[Known]:
        """Of `fine`, those in the lead country, or in none that is known."""
        return [known for known in self.fine if known[1].entry.country in (self.lead, None)]

    def sentence(self, at: int) -> int:
        """Which sentence a character stands in, from 0."""
        return max(0, bisect_right(self.starts, at) - 1)

    def where(self, words: str, at: int) -> int:
        """Where the words stand, nearest to a character; the character itself where nowhere."""
        places = (self.text.rfind(words, 0, at + len(words)), self.text.find(words, at))
        found = [place for place in places if place >= 0]
        return min(found, key=lambda place: abs(place - at)) if found else at

    def beside(self, words: str, where: int) -> list[Mention]:
        """Mentions that overlap with words that stand there."""
        end = where + len(words)
        return [
            one for one in self.mentions if one.start < end and where < one.start + len(one.words)
        ]


def told(text: str, words: Iterable[str], gazetteer: Gazetteer) -> Told:
    """Read the places of a report.

    Args:
        words: Place words that are known besides those of the text, such as the claims'.
    """
    found = mentions(text, gazetteer)
    own = frozenset(words) - {""}
    cued = frozenset(one.words for one in found if one.cued)
    every = frozenset(one.words for one in found)
    named = nations(text)
    chosen = choose(own | every, gazetteer, unheard=every - cued - own, nations=named)
    known = [(one, chosen[one.words]) for one in found if one.cued and one.words in chosen]
    fine = [(one, choice) for one, choice in known if _is_fine(choice)]
    return Told(
        text=text,
        starts=tuple(start for start, _ in sentences(text)),
        mentions=found,
        chosen=chosen,
        fine=tuple(fine),
        lead=_lead(fine, named),
    )


def _is_fine(choice: Choice) -> bool:
    return choice.taken and choice.entry.precision is not PlacePrecision.COUNTRY


def _lead(fine: Iterable[Known], named: Nations) -> str | None:
    votes: dict[str, float] = defaultdict(float, named.named)
    for _, choice in fine:
        if choice.entry.country is not None:
            votes[choice.entry.country] += choice.score
    counted = votes or named.peoples
    return max(counted, key=lambda code: (counted[code], code), default=None)
