"""The stretches of a sentence that may name places, by its capitals and the words around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from harmledger.locate.around import around, folded
from harmledger.locate.mentioned import country_codes
from harmledger.locate.phrase.lexicon import Token, tokens
from harmledger.locate.words import Country, Direction, PlaceType, Relation, Unit

# One letter a token: N name, p particle, T type, D direction, C a country's people, R words that
# tie places together, B such that set them side by side, W such that as often stand before what is
# no place, U unit, 9 number, a article, x anything else. Signs stand for themselves, | for a gap.
CHAIN = re.compile(
    r"(?:9U|[TDCaR]|(?<=[TD])W)*N(?:[NpTDCaRB]|(?<=[TD])W|9U|,(?=(?:[aTC]|DW?)*N)|[()](?=[aTDCRN]))*"
)
CUED = re.compile(r"[R(][aTDC]*N|T(?:Wa?)?[DC]*N|D(?:Wa?)?N|N[Np]*T")
NAME = re.compile(r"N(?:[pT]*N)*")
SIGNS = {"(": "(", "[": "(", ")": ")", "]": ")", ",": ","}
CODE_LENGTH = 5  # letters; capitals up to this length are a body's name ("UNHCR")
BLANK = re.compile(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069#_'’\u2010\u2011-]*")
REMEMBERED = 65_536  # words


@dataclass(frozen=True, slots=True)
class Chain:
    """Place words that stand together: "Bab al-Tob, western Mosul (Nineveh)".

    Attributes:
        start: First character, in the text that it was found in.
        end: One past the last.
        cued: Whether a word before or beside it says that a place is meant ("in", "village").
    """

    words: str
    start: int
    end: int
    cued: bool


def chains(sentence: str) -> Iterator[Chain]:
    """The stretches of a sentence in its order; positions count from its start.

    What the words around it tell to be a family, a body or a person is left out.
    """
    drawn, found = _drawn(sentence)
    for match in CHAIN.finditer(drawn):
        first, last = _trimmed(match, drawn)
        start, end = found[first].start, found[last].end
        cued = CUED.search(drawn[max(0, match.start() - 1) : last + 1]) is not None
        yield Chain(sentence[start:end], start, end, cued)


def _trimmed(match: re.Match[str], drawn: str) -> tuple[int, int]:
    """First and last token of a match, without the ties and articles at its ends."""
    first, last = match.start(), match.end() - 1
    while drawn[first] in "aRBCW":
        first += 1
    while drawn[last] not in "NTD":
        last -= 1
    return first, last


def _drawn(sentence: str) -> tuple[str, list[Token]]:
    """One letter for each token, and the tokens; a gap is a token of its own."""
    found: list[Token] = []
    for token in tokens(sentence):
        if found and not found[-1].owning:
            left = found[-1].end
            if not BLANK.fullmatch(sentence, left, token.start):
                found.append(Token("|", left, token.start))
        found.append(token)
    letters = _left_out([_letter(token) for token in found], found)
    return "".join(letters), found


def _letter(token: Token) -> str:
    known = token.known
    if isinstance(known, Relation):
        return "B" if known.kind == "beside" else "W" if known.weak else "R"
    if isinstance(known, PlaceType) and known.weak:
        return "N" if token.text[0].isupper() else "x"
    for kind, letter in ((PlaceType, "T"), (Direction, "D"), (Country, "C"), (Unit, "U")):
        if isinstance(known, kind):
            return letter
    return _unknown(token.text)


@lru_cache(REMEMBERED)
def _unknown(text: str) -> str:
    """The letter of a word or sign that is not listed among the words around names."""
    if text[0].isdigit():
        return "9"
    if text in SIGNS:
        return SIGNS[text]
    rules = around()
    if folded(text) in rules.article:
        return "a"
    if text.islower() or not any(sign.isupper() for sign in text):
        return "p" if folded(text) in rules.particle else "x"
    is_code = text.isupper() and 1 < len(text) <= CODE_LENGTH
    left_out = folded(text) in rules.never or (is_code and text not in country_codes())
    return "x" if left_out else "N"


def _left_out(letters: list[str], found: Sequence[Token]) -> list[str]:
    """The letters, with x for names that are no places' and for particles that join none."""
    drawn, rules = "".join(letters), around()
    for match in NAME.finditer(drawn):
        first, last = match.span()
        inside = [folded(token.text) for token in found[first : last + 1]]
        before = folded(found[first - 1].text) if first else ""
        if (
            not rules.body.isdisjoint(inside)
            or (last < len(found) and inside[-1] in rules.people)
            or before in rules.title
        ):
            letters[first:last] = "x" * (last - first)
    return letters
