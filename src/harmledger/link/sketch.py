"""A sketch: what linking looks at of one account. It depends on that account alone."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise
from math import log, sqrt
from re import compile
from urllib.parse import urlsplit
from zlib import crc32

from harmledger.link.rarity import rarity, rarity_of_sound, script
from harmledger.link.sound import sound
from harmledger.link.toll import headline
from harmledger.link.words import folding, known_stem, plain_words, signature, telling, words_of
from harmledger.model import Account, Claim, Measure, PlacePrecision, Range, Reading, Report
from harmledger.vocab.load import entries

Told = tuple[Report, Reading]
Weighed = dict[int, float]
PLACES = "codes/place_precisions.yml"
CAPITAL = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ"
RUN = compile(rf"\b[{CAPITAL}][\w'’-]+(?:\s[{CAPITAL}][\w'’-]+)+")
COLUMN = 0x3FFFFFFF  # with more columns, sparse matrices count them in twice the memory
LETTERS_OF_SOUND = 3  # fewer consonants are shared by chance


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


@dataclass(frozen=True, slots=True)
class Sketch:
    """What linking looks at of one account; each of the last ten is weights by hashed token.

    Attributes:
        start: First day of the incident, or None where not said.
        end: Last day, or None exactly where `start` is.
        radius_km: How far from its point the place may reach; None where not located.
        site: Host of the report's url; "" where not known.
        size: Telling words read.
        script: Number of the script that most of it is written in.
        killed: None where no count was given.
        injured: None where no count was given.
        words: Telling words, rare ones weighing most; length 1.
        opening: Those of the text's start and title; length 1.
        sounds: How the rarer words sound; length 1.
        phrases: Runs of two words, by the rarity of the commoner.
        names: Runs of two capitalized words, by their rarity.
        numbers: Numbers written in figures; length 1.
        place: How the words of the place sound; length 1.
        named: How those of them sound that a text could be known by, each 1.
        actors: Words of perpetrators' names; length 1.
        shingles: Least hashes of the text's shingles.
    """

    start: date | None
    end: date | None
    radius_km: float | None
    site: str
    size: int
    script: int
    killed: Range | None
    injured: Range | None
    words: Weighed
    opening: Weighed
    sounds: Weighed
    phrases: Weighed
    names: Weighed
    numbers: Weighed
    place: Weighed
    named: Weighed
    actors: Weighed
    shingles: Weighed


def sketch(item: Item, extent: Extent) -> Sketch:
    """Sketch one account."""
    report, account = item.report, item.account
    text = text_of(item, extent)
    title = plain_words(report.title or "")
    plain = list(words_of(text[: extent.characters]))
    told = list(telling(plain))[: extent.text_words]
    titled = list(telling(title)) * extent.title_weight
    opening = title + plain[: extent.plain_words]
    stems = [known_stem(word) for word in opening]
    place = account.place
    located = place is not None and place.lat is not None
    radius = (place.radius_km or reach()[place.precision]) if place and located else None
    named = plain_words(f"{place.words} {place.name or ''}") if place is not None else []
    shingled = signature(plain, length=extent.shingle_words, size=extent.signature_size)
    return Sketch(
        start=account.start,
        end=account.end or account.start,
        radius_km=(radius or 0.0) if located else None,
        site=(urlsplit(report.url or "").hostname or "").removeprefix("www."),
        size=len(told) + len(titled) // max(1, extent.title_weight),
        script=script(plain),
        killed=headline(account, Measure.KILLED),
        injured=headline(account, Measure.INJURED),
        words=_unit(_rare(Counter(told + titled), extent)),
        opening=_unit(_rare(Counter(told[: extent.opening_words] + titled), extent)),
        sounds=_unit(_heard(opening, extent)),
        phrases=_phrases(stems, extent),
        names=_names(text, extent),
        numbers=_unit({token(word): 1.0 for word in plain if word.isdigit()}),
        place=_unit({token(heard): 1.0 for word in named if (heard := sound(word))}),
        named=dict.fromkeys(_heard(named, extent), 1.0),
        actors=_unit({token(w): 1.0 for one in account.perpetrators for w in plain_words(one)}),
        shingles={one & COLUMN: 1.0 for one in shingled},
    )


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


def _rare(counts: Counter[str], extent: Extent) -> Weighed:
    found = {}
    for stem, seen in counts.items():
        rare = rarity(stem, extent.commonest, extent.rarest)
        if rare > 0:
            found[token(stem)] = (1 + log(seen)) * rare if seen > 1 else rare
    return found


def _heard(words: Iterable[str], extent: Extent) -> Weighed:
    return {
        token(heard): rare
        for heard in {sound(word) for word in words}
        if len(heard) >= LETTERS_OF_SOUND
        and (rare := rarity_of_sound(heard, extent.commonest, extent.rarest)) > 0
    }


def _phrases(stems: Sequence[str], extent: Extent) -> Weighed:
    """Square roots, so that the product of two accounts' is what they share."""
    found, common = {}, folding().common
    fit = [len(one) > 1 and one not in common and not one.isdigit() for one in stems]
    for at, (first, second) in enumerate(pairwise(stems)):
        if not (fit[at] and fit[at + 1]):
            continue
        rare = [rarity(one, extent.commonest, extent.rarest) for one in (first, second)]
        if sum(rare) > extent.phrase_rarity and min(rare) > 0:
            found[token(f"{first} {second}")] = sqrt(min(rare))
    return found


def _names(text: str, extent: Extent) -> Weighed:
    found = {}
    for run in RUN.findall(text[: extent.characters]):
        for first, second in pairwise(known_stem(word) for word in plain_words(run)):
            rare = sum(rarity(one, extent.commonest, extent.rarest) for one in (first, second))
            if rare > 0:
                found[token(f"{first} {second}")] = sqrt(rare)
    return found


@lru_cache(maxsize=400_000)
def token(text: str) -> int:
    """A number that is the same on any machine, fit for a column of a sparse matrix."""
    return crc32(text.encode()) & COLUMN


def _unit(weights: Weighed) -> Weighed:
    # Sorted: sums of the same numbers in another order differ in their last digits.
    length = sqrt(sum(sorted(weight * weight for weight in weights.values())))
    return {token: weight / length for token, weight in weights.items()} if length > 0 else {}


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
