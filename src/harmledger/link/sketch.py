"""What linking is given, and how much of it is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from re import compile
from zlib import crc32

from harmledger.model import Account, Claim, PlacePrecision, Reading, Report
from harmledger.vocab.load import entries

Told = tuple[Report, Reading]
Weighed = dict[int, float]
PLACES = "codes/place_precisions.yml"
CAPITAL = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ"
RUN = compile(rf"\b[{CAPITAL}][\w'’-]+(?:\s[{CAPITAL}][\w'’-]+)+")
COLUMN = 0x3FFFFFFF  # with more columns, sparse matrices count them in twice the memory


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of the texts is looked at; vocab/linking/default.yml gives each its reason.

    Attributes:
        text_words: Telling words read from the start of a text.
        opening_words: Of these, the opening.
        characters: Read from the start of a text.
        plain_words: Words read for names, phrases and sounds.
        around: Characters read on either side of a claim, where a report tells of several
            incidents.
        title_weight: How many times a word of the title counts.
        commonest: Zipf frequency from which on a word tells nothing.
        rarest: Zipf frequency below which words are equally rare.
        phrase_rarity: Rarity that the two words of a phrase must have together.
        shingle_words: Words of one shingle.
        signature_size: Shingles kept of one account.
    """

    text_words: int
    opening_words: int
    characters: int
    plain_words: int
    around: int
    title_weight: int
    commonest: float
    rarest: float
    phrase_rarity: float
    shingle_words: int
    signature_size: int


@dataclass(frozen=True, slots=True)
class Item:
    """One account with the report that tells it.

    Attributes:
        bare: The report counts no harm: this account only says when and where it was.
    """

    report: Report
    reading: Reading
    account: Account
    bare: bool = False


def text_of(item: Item, extent: Extent) -> str:
    """The text that tells of this account: all of it where the report tells of nothing else."""
    if len(item.reading.accounts) < 2 or not item.account.claims:
        return item.report.text
    ours = set(item.account.claims)
    spans = _joined(
        [_window(one, extent.around) for one in item.reading.claims if one.claim_id in ours]
    )
    return "\n".join(item.report.text[start:end] for start, end in spans)


@cache
def reach() -> dict[PlacePrecision, float | None]:
    """How far in km a place of each precision commonly reaches; None where it means nothing.

    Raises:
        VocabularyError: The file has an unknown or missing key.
    """
    knows = frozenset({"ucdp_where_prec", "acled_geo_precision", "radius_km"})
    found = entries(PLACES, knows=knows, needs=knows)
    return {PlacePrecision(entry.id): entry.body["radius_km"] for entry in found}


@lru_cache(maxsize=400_000)
def token(text: str) -> int:
    """A number that is the same on any machine, fit for a column of a sparse matrix."""
    return crc32(text.encode()) & COLUMN


def _window(claim: Claim, around: int) -> tuple[int, int]:
    return max(0, claim.evidence.start - around), claim.evidence.end + around


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
