"""What one sentence says of where and when its harm happened, and whether it tells of it anew."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from harmledger.extract.context import Sentence
from harmledger.extract.earlier import Earlier
from harmledger.extract.grammar import Grammar
from harmledger.extract.item import Item
from harmledger.extract.where import Spot
from harmledger.model import When

FIRST = 3
"""Words behind which a day no longer opens a sentence."""
KNOWN = frozenset({"THE", "DET", "POSSDET", "DEF", "POSS"})
"""Classes of words that make the attack behind them one that was told before."""
DESCRIBING = frozenset({"ADJ", "LOW", "NATION", "MEANS", "WARW"})
"""Classes of words that may stand between the two."""
DOERS = frozenset({"ACTOR", "NAME"})
"""Classes of words that may too, before a noun: "the Houthi attack", not "the Houthis shelled"."""
NOUNS = frozenset({"ATTACK_SG", "ATTACK_PL", "EXPLOSION_SG", "EXPLOSION_PL", "MUNITION_SG"})
MANY = frozenset({"ATTACK_PL", "EXPLOSION_PL"})
"""Classes of words for more than one attack."""
BETWEEN = 3
"""Words that may stand between such a word and its attack ("the deadly car bombing")."""
ENDS = (".", "؟", "?", "!", ":", "»", "”", '"', ")", "]", "،", ",", ";", "؛")
"""How sentences end."""
LETTER = 1
"""Characters of a word that is no name of a place."""


class Scene(NamedTuple):
    """What a sentence that makes claims says of its happening.

    Attributes:
        start: First character of the sentence in the report.
        end: One past the last.
        names: By the words of each place where harm may have been, the names in them.
        mentioned: Every name in the sentence, of places or of whatever else.
        coarse: Words of the places that are provinces, directions or parts of a country.
        struck: Words of the towns that an attack named right before them hit.
        inner: Words of the places that lie inside a town: a street, a market.
        days: The days that the sentence itself says, but for those of a statement.
        apart: It opens with words that tell of another happening.
        besides: It opens with words that go on in time or place: more may be told of the same.
        anew: An attack or weapon is named that was not told of before.
        again: An attack is named as one that was told of.
        place: The words of the place that the sentence opens with ("In Barzan"), or None.
        dated: It opens with a day.
        listed: A mark or a word before a colon makes it an item of a list.
        title: It is a line that does not end as a sentence does.
        there: A place is meant without its name: "the town", "المدينة".
        cared: Words tell where the hurt are cared for.
        wide: Words tell of many happenings or of a wide area.
        many: Words tell of more than one attack.
        known: The words of the sentence that make what they name known ("the", "that").
        earlier: It is a clause of something earlier than its sentence tells.
        ahead: What its sentence tells stands behind that clause.
        righted: It puts a toll right, mostly by making it less.
    """

    start: int
    end: int
    names: dict[str, frozenset[str]]
    mentioned: frozenset[str]
    coarse: frozenset[str]
    struck: frozenset[str]
    inner: frozenset[str]
    days: tuple[When, ...]
    apart: bool
    besides: bool
    anew: bool
    again: bool
    place: str | None
    dated: bool
    listed: bool
    title: bool
    there: bool
    cared: bool
    wide: bool
    many: bool
    known: frozenset[str]
    earlier: bool = False
    ahead: bool = False
    righted: bool = False


def scenes(
    read: Sentence,
    places: Sequence[Spot],
    moments: Sequence[Item],
    text: str,
    grammar: Grammar,
    clause: Earlier | None = None,
) -> list[Scene]:
    """What a sentence says of where and when; of a clause of something earlier apart, in order.

    Args:
        places: The sentence's.
        moments: Its calendar expressions that are no day of a statement.
    """
    if clause is None:
        return [_scene(read, places, moments, text, grammar)]
    found = []
    for start, end in pairwise(sorted({read.start, clause.start, clause.end, read.end})):
        own = _part(read, start, end)
        inside = clause.holds(start)
        if own.words:
            spots = [one for one in places if start <= one.start < end]
            days = [one for one in moments if start <= one.start < end]
            one = _scene(own, spots, days, text, grammar)
            found.append(one._replace(earlier=inside, ahead=inside and end < read.end))
    return found


def _part(read: Sentence, start: int, end: int) -> Sentence:
    """The items of a sentence between two characters, as a sentence."""
    words = _within(read.words, start, end)
    flat = _within(read.flat, start, end)
    return read._replace(
        start=start,
        end=end,
        words=read.words[words],
        said=read.said[words],
        flat=read.flat[flat],
        flat_string=read.flat_string[flat],
        classes=frozenset().union(*(item.sense.classes for item in read.words[words])),
        acts=tuple(one for one in read.acts if start <= one.start < end),
    )


def _within(items: Sequence[Item], start: int, end: int) -> slice:
    first = next((at for at, item in enumerate(items) if item.start >= start), len(items))
    return slice(first, next((at for at, i in enumerate(items) if i.start >= end), len(items)))


def _scene(
    read: Sentence, places: Sequence[Spot], moments: Sequence[Item], text: str, grammar: Grammar
) -> Scene:
    told = [_told_before(read, item) for item in read.acts if not item.of("WOUNDN")]
    own = [one for one in places if not (one.aside or one.away)]
    first = read.words[min(FIRST, len(read.words)) - 1].end
    head = _head(read, grammar)
    days = (one.data.when for one in moments)
    return Scene(
        read.start,
        read.end,
        {one.words: _names(one, read, grammar) for one in own},
        _tokens((one for one in read.flat if one.of("NAMEP")), grammar),
        frozenset(one.words for one in own if one.coarse),
        frozenset(one.words for one in own if one.struck and not one.coarse),
        frozenset(one.words for one in own if _inner(one, grammar)),
        tuple(one for one in days if one.start is not None),
        apart=_says("apart", read, grammar),
        besides=_says("besides", read, grammar),
        anew=not all(told),
        again=any(told),
        place=next((one.words for one in own if one.start == head), None),
        dated=any(one.start < first for one in moments),
        listed=_says("listed", read, grammar),
        title=_titled(read, text),
        there=_says("there", read, grammar),
        cared=_says("cared", read, grammar),
        wide=_says("wide", read, grammar),
        many=not MANY.isdisjoint(read.classes),
        known=_known(read),
        righted=_says("righted", read, grammar),
    )


def on_their_own(scenes: Sequence[Scene]) -> list[bool]:
    """Of each sentence, whether it surely tells of a happening that none before it told of.

    It says so, it is one of several items of a list, or it opens with a place not named before
    and names an attack not told of before.
    """
    lists = sum(one.listed for one in scenes) > 1
    named: set[str] = set()
    found = []
    for one in scenes:
        names = one.names.get(one.place or "", frozenset())
        fresh = bool(named and names) and named.isdisjoint(names)
        found.append(one.apart or (lists and one.listed) or (fresh and one.anew and not one.again))
        named |= one.mentioned
    return found


def _head(read: Sentence, grammar: Grammar) -> int | None:
    """Where a place would stand that the sentence opens with; None where it opens otherwise."""
    pattern = grammar.pattern("resolve.headed", read.awake)
    match = None if pattern is None else pattern.match(read.flat_string)
    if match is None or match.end() >= len(read.flat):
        return None
    return read.flat[match.end()].start


def _known(read: Sentence) -> frozenset[str]:
    """The words that make what is behind them one that was told before; most have none."""
    if KNOWN.isdisjoint(read.classes):
        return frozenset()
    return frozenset(one.text for one in read.words if _makes_known(one))


def _makes_known(word: Item) -> bool:
    return word.among(KNOWN) and not word.of("ANOTHERW")


def _titled(read: Sentence, text: str) -> bool:
    """Whether a line ends behind the sentence without the mark of one: it may be a title."""
    return text[read.end : read.end + 1] in ("", "\n", "\r") and not text[
        read.start : read.end
    ].endswith(ENDS)


def _says(name: str, read: Sentence, grammar: Grammar) -> bool:
    pattern = grammar.pattern(f"resolve.{name}", read.awake)
    return pattern is not None and pattern.search(read.said) is not None


def _told_before(read: Sentence, act: Item) -> bool:
    """Whether an attack is one that was told of: "the blast", "its raids", "الغارة"."""
    if act.of("DEF"):
        return True
    at = next(i for i, item in enumerate(read.words) if item.start == act.start)
    between = DESCRIBING | DOERS if act.among(NOUNS) else DESCRIBING
    for item in reversed(read.words[max(0, at - BETWEEN) : at]):
        if item.among(KNOWN):
            return _makes_known(item)
        if not item.among(between):
            return False
    return False


def _names(spot: Spot, read: Sentence, grammar: Grammar) -> frozenset[str]:
    """The names in the words of a place."""
    inside = (one for one in read.flat if spot.start <= one.start < spot.end)
    return _tokens((one for one in inside if one.of("NAMEP")), grammar)


def _tokens(names: Iterable[Item], grammar: Grammar) -> frozenset[str]:
    """The words of names, as the lexicon folds them."""
    script = grammar.lexicon.script
    return frozenset(
        script.fold(word).removeprefix(script.article)
        for name in names
        for word in name.text.replace("-", " ").split()
        if len(word) > LETTER
    )


def _inner(spot: Spot, grammar: Grammar) -> bool:
    """Whether the words of a place name something inside a town."""
    senses = (grammar.lexicon.look(word.lower(), first=False)[0] for word in spot.words.split())
    return any(one.get("precision", "PLACETYPE") == "landmark" for one in senses)
