"""What a comparison weighs, and the settings of linking, read from vocab/linking."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from harmledger.link.comparison import COMPARISONS
from harmledger.link.sketch import Extent
from harmledger.model import VocabularyError
from harmledger.vocab.load import Entry, document, entries

KNOWS = frozenset({"levels", "cuts", "value", "unit", "reason"})
NEEDS = frozenset({"unit", "reason"})


@dataclass(frozen=True, slots=True)
class Weight:
    """What one comparison weighs.

    Attributes:
        levels: Bits for each level that the comparison can find.
        cuts: The limits between its levels, in the comparison's own unit.
    """

    levels: Mapping[str, float]
    cuts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of linking; vocab/linking/default.yml gives each its unit and its reason."""

    prior: float
    join: float
    unseen: float
    against: float
    ceiling: float
    judgement: float
    copy_share: float
    block_days: int
    block_degrees: float
    block_words: int
    block_pair_words: int
    block_shingles: int
    longest_days: int
    block_size: int
    block_reach: int
    most_people: int
    days_ahead: int
    no_place_degrees: float


@dataclass(frozen=True, slots=True)
class Weights:
    """How linking weighs, under a name and version that a release can state.

    Attributes:
        comparisons: In the order they are listed in the file.
    """

    name: str
    version: str
    comparisons: Mapping[str, Weight]
    settings: Settings
    extent: Extent


@cache
def load_weights(name: str = "default") -> Weights:
    """Read vocab/linking/<name>.yml.

    Raises:
        VocabularyError: A comparison, level, cut or setting is missing or not known.
    """
    file = f"linking/{name}.yml"
    version = str(document(file).get("version", ""))
    return weights_of(entries(file, knows=KNOWS, needs=NEEDS), name=name, version=version)


def weights_of(found: list[Entry], *, name: str, version: str) -> Weights:
    """Check and sort the entries of one file of weights.

    Raises:
        VocabularyError: A comparison, level, cut or setting is missing or not known.
    """
    _check(found, COMPARISONS.keys() | _names(Settings) | _names(Extent))
    values = {entry.id: _value(entry) for entry in found if entry.id not in COMPARISONS}
    return Weights(
        name=name,
        version=version,
        comparisons={entry.id: _weight(entry) for entry in found if entry.id in COMPARISONS},
        settings=Settings(**{key: values[key] for key in _names(Settings)}),
        extent=Extent(**{key: values[key] for key in _names(Extent)}),
    )


def _value(entry: Entry) -> Any:
    value = entry.body.get("value")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise entry.wrong(f"its value is {value!r}; make it a number")
    return value


def _weight(entry: Entry) -> Weight:
    comparison = COMPARISONS[entry.id]
    levels, cuts = entry.body.get("levels", {}), entry.body.get("cuts", {})
    for what, given, known in (
        ("levels", levels, comparison.levels),
        ("cuts", cuts, comparison.cuts),
    ):
        if given.keys() != set(known):
            raise entry.wrong(f"its {what} are {sorted(given)}; make them {sorted(known)}")
    return Weight(levels, cuts)


def _check(found: list[Entry], wanted: set[str]) -> None:
    for entry in found:
        if entry.id not in wanted:
            raise entry.wrong(f"no such comparison or setting; known are {sorted(wanted)}")
    missing = wanted - {entry.id for entry in found}
    if missing:
        raise VocabularyError(f"vocab/linking: {sorted(missing)} not given; add an entry for each")


def _names(kind: type) -> set[str]:
    return {field.name for field in fields(kind)}
