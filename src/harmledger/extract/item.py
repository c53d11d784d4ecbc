"""The items of a sentence: words at first, then numbers, dates and phrases in their place."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from harmledger.extract.lexicon import REMEMBERED, Lexicon, PhrasesFrom, Sense
from harmledger.extract.tokens import words

INVISIBLE = re.compile(
    r"[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]+"
)
"""Marks that only steer how text is shown: Unicode category Cf, but for those of old scripts."""
GLUED = 7
"""Letters of a token that may be two words; a shorter one is a word that is not known."""
LONGEST = 40
"""Letters of the longest such token: every place to part it is tried."""


BEFORE_CAPITAL = re.compile(r"[a-z]{2,}(?=[A-Z])")


class Item(NamedTuple):
    """One word or phrase of a sentence.

    Attributes:
        start: First character in the report's text, in code points.
        end: One past the last.
        text: The characters.
        data: What a level of the cascade read here (a count, a time, people), or None.
    """

    start: int
    end: int
    text: str
    sense: Sense
    data: Any = None

    def of(self, name: str) -> bool:
        """Whether the item belongs to a class."""
        return name in self.sense.classes

    def among(self, names: frozenset[str]) -> bool:
        """Whether the item belongs to one of several classes."""
        return not names.isdisjoint(self.sense.classes)


Items = Sequence[Item]


def symbols(items: Items) -> str:
    """The items as a string, one character each."""
    return "".join([item.sense.symbol for item in items])


def read(text: str, start: int, end: int, lexicon: Lexicon) -> list[Item]:
    """The words and phrases of `text[start:end]`, the longest phrase first."""
    found, tokens = words(text, start, end)
    joined = lexicon.script.joins
    fresh = joined or not lexicon.whole.issuperset(tokens)
    if fresh and INVISIBLE.search(text, start, end) is not None:
        found, tokens = _shown(found, tokens, text, lexicon)
    if joined:
        found, tokens = _cut(found, text, lexicon)
    elif fresh:
        found, tokens = _parted(found, tokens, lexicon)
    seen, look = lexicon.seen, lexicon.look
    looked = [seen.get(token) or look(token, first=False) for token in tokens]
    if tokens:
        looked[0] = look(tokens[0], first=True)
    new = tuple.__new__
    written = [text[left:right] for left, right in found] if joined else tokens
    items = [
        # what the class itself would do, without its checks: the innermost loop of all
        new(Item, (left, right, word, sense, None))
        for (left, right), word, (sense, _) in zip(found, written, looked, strict=True)
    ]
    lower = [token.lower() for token in tokens]
    for at, size, sense in reversed(_phrases(lower, [phrases for _, phrases in looked])):
        items[at : at + size] = [merged(items[at : at + size], text, sense)]
    return items


def _shown(
    found: Sequence[tuple[int, int]], tokens: Sequence[str], text: str, lexicon: Lexicon
) -> tuple[list[tuple[int, int]], list[str]]:
    """Tokens that are seen; digits, and letters of one word, that invisible marks part are one."""
    spans: list[tuple[int, int]] = []
    seen: list[str] = []
    for (left, right), token in zip(found, tokens, strict=True):
        own = INVISIBLE.sub("", token)
        if not own:
            continue
        last = spans[-1] if spans else (left, left)
        hidden = last[1] < left and INVISIBLE.fullmatch(text, last[1], left) is not None
        if hidden and _one(seen[-1], own, lexicon):
            spans[-1] = (last[0], right)
            seen[-1] += own
        else:
            spans.append((left, right))
            seen.append(own)
    return spans, seen


def _one(before: str, after: str, lexicon: Lexicon) -> bool:
    """Whether two tokens that only an invisible mark parts are one: digits, or a known word."""
    digits = before[-1].isdigit() and after[0].isdigit()
    return digits or (before + after).lower() in lexicon.words


def _phrases(
    lower: Sequence[str], starting: Sequence[PhrasesFrom | None]
) -> list[tuple[int, int, Sense]]:
    """The phrases among tokens, in order: where each starts, its tokens, its sense.

    Args:
        starting: For each token, the phrases that it may start.
    """
    found: list[tuple[int, int, Sense]] = []
    free = 0
    for at, phrases in enumerate(starting[:-1]):
        if phrases is None or at < free or lower[at + 1] not in phrases.second:
            continue
        longest = phrases.at(lower, at)
        if longest is not None:
            found.append((at, *longest))
            free = at + longest[0]
    return found


def _parted(
    found: Sequence[tuple[int, int]], tokens: Sequence[str], lexicon: Lexicon
) -> tuple[list[tuple[int, int]], list[str]]:
    """Tokens, each parted where the space between two words was lost."""
    spans: list[tuple[int, int]] = []
    parted: list[str] = []
    for (left, right), token in zip(found, tokens, strict=True):
        pieces = lost_space(token, lexicon)
        last = left + pieces[-1][0]
        spans += [(left + start, left + end) for start, end, _ in pieces[:-1]]
        spans.append((last, right))  # a token may hold marks that are not shown
        parted += [piece for *_, piece in pieces]
    return spans, parted


def lost_space(token: str, lexicon: Lexicon) -> tuple[tuple[int, int, str], ...]:
    """The words a token holds, each with its place: two where pages run words together."""
    found = lexicon.pieces.get(token)
    if found is None:
        at = 0
        glued = GLUED <= len(token) <= LONGEST and token.isascii()
        if glued and token not in lexicon.words:
            at = _cut_at(token, lexicon)
        halves = ((0, at, token[:at]), (at, len(token), token[at:]))
        found = halves if at else ((0, len(token), token),)
        if len(lexicon.pieces) < REMEMBERED:
            lexicon.pieces[token] = found
            if not at and INVISIBLE.search(token) is None:
                lexicon.whole.add(token)
    return found


def _cut_at(token: str, lexicon: Lexicon) -> int:
    """Where a token that is no word is parted; 0 where it is not.

    A known word runs into a capital ("inAugust"), or into another known word, where the lexicon
    marks one of the two as one that is run together ("peoplewere"): the longest such.
    """
    before = BEFORE_CAPITAL.match(token)
    if before is not None:
        return before.end() if before[0] in lexicon.words else 0
    if not token.islower():
        return 0
    cuts = range(2, len(token) - 1)
    size, at = max((_marked(token, at, lexicon), at) for at in cuts)
    return at if size else 0


def _marked(token: str, at: int, lexicon: Lexicon) -> int:
    """Letters of the longest word marked as run together, of two words; 0 where there is none."""
    pair = (token[:at], token[at:])
    if any(piece not in lexicon.words for piece in pair):
        return 0
    return max(len(piece) * ("SPACED" in lexicon.words[piece].classes) for piece in pair)


def _cut(
    found: Sequence[tuple[int, int]], text: str, lexicon: Lexicon
) -> tuple[list[tuple[int, int]], list[str]]:
    """Tokens as the words they hold, folded; marks that part nothing left out."""
    spans: list[tuple[int, int]] = []
    forms: list[str] = []
    ignored = lexicon.script.ignored
    for left, right in _mended(found, text, lexicon):
        token = text[left:right]
        if ignored is None or not ignored.fullmatch(token):
            for start, end, form in lexicon.cut(token):
                if form:
                    spans.append((left + start, left + end))
                    forms.append(form)
    return spans, forms


def _mended(
    found: Sequence[tuple[int, int]], text: str, lexicon: Lexicon
) -> Iterable[tuple[int, int]]:
    """Tokens with a word that a stray full stop breaks made whole: only where that makes a word."""
    at = 0
    while at < len(found):
        left, right = found[at]
        if at + 2 < len(found) and text[right] == "." and found[at + 2][0] == right + 1:
            whole = text[left:right] + text[right + 1 : found[at + 2][1]]
            if whole.isalpha() and lexicon.known(lexicon.cut(whole)[-1][2]):
                right = found[at + 2][1]
                at += 2
        yield left, right
        at += 1


def merged(items: Items, text: str, sense: Sense, data: Any = None) -> Item:
    """One item in place of several."""
    start, end = items[0].start, items[-1].end
    return Item(start, end, text[start:end], sense, data)
