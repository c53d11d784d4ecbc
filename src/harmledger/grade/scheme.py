"""A scheme: an organisation's ordered grades and its rules for drawing a range, as data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from harmledger.grade.condition import CONDITIONS
from harmledger.grade.rules import Rules, load_vague
from harmledger.model import VocabularyError
from harmledger.vocab.load import Entry, document, entries, listing

FOLDER = "schemes"
TOP = frozenset({"says", "version", "source", "headline", "rules", "entries"})
RULE = frozenset({"id", "says", "value", "reason"})
CHOICES: dict[str, frozenset[str]] = {
    "open_high": frozenset({"own_low", "open"}),
    "civilians": frozenset({"presumed", "as_told"}),
    "disputed_status": frozenset({"zero_low", "as_told"}),
    "own_word": frozenset({"concessions", "all", "none"}),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One grade and the names of the conditions that must all hold for it."""

    grade: str
    when: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """How incidents are graded, ranges drawn and totals made.

    Attributes:
        steps: The first whose conditions all hold gives the grade; the last has none.
        headline: Grades whose incidents make the headline total.
    """

    name: str
    version: str
    steps: tuple[Step, ...]
    headline: frozenset[str]
    rules: Rules


def scheme_names() -> list[str]:
    """Every scheme there is, sorted."""
    files = [file.removeprefix(f"{FOLDER}/") for file in listing(FOLDER)]
    return [file.removesuffix(".yml") for file in files if "/" not in file]


@cache
def load_scheme(name: str = "airwars") -> Scheme:
    """Read vocab/schemes/<name>.yml.

    Raises:
        VocabularyError: No such scheme; or a condition, rule, value or grade is not known.
    """
    file = f"{FOLDER}/{name}.yml"
    knows = frozenset({"when"})
    return scheme_of(name, document(file), entries(file, knows=knows, needs=knows))


def scheme_of(name: str, body: Mapping[str, Any], grades: Iterable[Entry]) -> Scheme:
    """Check one scheme and make it.

    Raises:
        VocabularyError: A condition, rule, value or grade is missing or not known.
    """
    unknown = body.keys() - TOP
    missing = TOP - body.keys()
    if unknown or missing:
        raise _wrong(name, f"unknown keys {sorted(unknown)}, missing keys {sorted(missing)}")
    steps = tuple(_step(entry) for entry in grades)
    headline = frozenset(body["headline"])
    if not steps or steps[-1].when:
        raise _wrong(name, "its last grade has conditions; end with a grade that has none")
    if not headline <= {step.grade for step in steps}:
        raise _wrong(name, f"headline {sorted(headline)} names grades that it does not give")
    return Scheme(name, str(body["version"]), steps, headline, _rules(name, body["rules"]))


def _step(entry: Entry) -> Step:
    grades = {grade.id for grade in entries("codes/grades.yml", knows=_NONE, needs=_NONE)}
    if entry.id not in grades:
        raise entry.wrong(f"no such grade; known are {sorted(grades)}")
    when = tuple(entry.body["when"])
    strange = [name for name in when if name not in CONDITIONS]
    if strange:
        raise entry.wrong(f"no condition {strange}; known are {sorted(CONDITIONS)}")
    return Step(entry.id, when)


def _rules(name: str, rows: Iterable[Mapping[str, Any]]) -> Rules:
    values = {}
    for row in rows:
        if row.keys() != RULE:
            raise _wrong(name, f"a rule has {sorted(row)}; give it {sorted(RULE)}")
        values[row["id"]] = row["value"]
    if values.keys() != CHOICES.keys() | {"vague"}:
        raise _wrong(name, f"its rules are {sorted(values)}; give {sorted({*CHOICES, 'vague'})}")
    for rule, choices in CHOICES.items():
        if values[rule] not in choices:
            raise _wrong(name, f"{rule} is {values[rule]!r}; choose of {sorted(choices)}")
    return Rules(vague=load_vague(values.pop("vague")), **values)


def _wrong(name: str, why: str) -> VocabularyError:
    return VocabularyError(f"vocab/{FOLDER}/{name}.yml: {why}")


_NONE: frozenset[str] = frozenset()
