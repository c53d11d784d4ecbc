"""The items of a sentence: words at first, then numbers, dates and phrases in their place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import category

from harmledger.extract.lexicon import Lexicon, Sense
from harmledger.extract.tokens import words

GLUED = 7
"""Letters of a token that may be two words; a shorter one is a word that is not known."""


BEFORE_CAPITAL = re.compile(r"[a-z]{2,}(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Item:
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


Items = Sequence[Item]


def symbols(items: Items) -> str:
    """The items as a string, one character each."""
    return "".join([item.sense.symbol for item in items])


def read(text: str, start: int, end: int, lexicon: Lexicon) -> list[Item]:
    """The words and phrases of `text[start:end]`, the longest phrase first."""
    found = [match.span() for match in words(text, start, end) if not _invisible(match[0])]
    tokens = [text[left:right] for left, right in found]
    if lexicon.script.joins:
        found, tokens = _cut(found, text, lexicon)
    else:
        found = list(_parted(found, text, lexicon))
        tokens = [text[left:right] for left, right in found]
    lower = [token.lower() for token in tokens]
    items, at = [], 0
    while at < len(tokens):
        phrase = lexicon.phrase(lower, at) if lower[at] in lexicon.phrases else None
        size, sense = phrase or (1, lexicon.sense(tokens[at], first=at == 0))
        left, right = found[at][0], found[at + size - 1][1]
        items.append(Item(left, right, text[left:right], sense))
        at += size
    return items


def _parted(
    found: Iterable[tuple[int, int]], text: str, lexicon: Lexicon
) -> Iterable[tuple[int, int]]:
    """Tokens, each parted where the space between two words was lost."""
    for left, right in found:
        for start, end, _ in lost_space(text[left:right], lexicon):
            yield left + start, left + end


def lost_space(token: str, lexicon: Lexicon) -> tuple[tuple[int, int, str], ...]:
    """The words a token holds, each with its place: two where pages run words together."""
    if len(token) < GLUED or token in lexicon.words or not token.isascii():
        return ((0, len(token), token),)
    found = lexicon.pieces.get(token)
    if found is None:
        at = _cut_at(token, lexicon)
        found = ((0, at, token[:at]), (at, len(token), token[at:])) if at else ()
        found = found or ((0, len(token), token),)
        if len(lexicon.pieces) < 50_000:
            lexicon.pieces[token] = found
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


def _invisible(token: str) -> bool:
    """Whether a token is a mark that only steers how text is shown (Unicode category Cf)."""
    return not token.isascii() and all(category(char) == "Cf" for char in token)


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


def collapse(items: Items, spans: Iterable[tuple[int, int, Item]]) -> list[Item]:
    """Put single items in place of the spans [i, j), given in order and not overlapping."""
    out: list[Item] = []
    at = 0
    for left, right, item in spans:
        out += items[at:left]
        out.append(item)
        at = right
    out += items[at:]
    return out
