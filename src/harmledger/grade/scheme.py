"""A scheme: an organisation's ordered grades and its rules for drawing a range, as data."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from reprlib import repr
from typing import Any

from harmledger.grade.condition import CONDITIONS
from harmledger.grade.rules import Rules, rules_of
from harmledger.model import VocabularyError
from harmledger.vocab.load import Entry, listed, listing, named, parsed, text

FOLDER = "schemes"
HEADLINE = "headline"
TOP = frozenset({"says", "version", "source", "headline", "rules", "entries"})
GRADE = re.compile(r"[a-z][a-z0-9_]*")
OWN_NAME = re.compile(r"[\w-]{1,40}")
SUFFIXES = (".yml", ".yaml")
MOST = 1_000_000  # bytes; no scheme that a person wrote is longer


@dataclass(frozen=True, slots=True)
class Step:
    """One grade and the names of the conditions that must all hold for it."""

    grade: str
    when: tuple[str, ...]
    says: str = ""


@dataclass(frozen=True, slots=True)
class Scheme:
    """How incidents are graded, ranges drawn and totals made.

    Attributes:
        steps: The first whose conditions all hold gives the grade; the last has none.
        headline: Grades whose incidents make the headline total.
        text: The file as it is written, from which the scheme can be made again.
    """

    name: str
    version: str
    steps: tuple[Step, ...]
    headline: frozenset[str]
    rules: Rules
    text: str = ""

    @property
    def digest(self) -> str:
        """Names the scheme by its every word: two of one name and version may still differ."""
        return sha256(self.text.encode()).hexdigest()[:12]

    @property
    def together(self) -> str:
        """The headline grades in words: "confirmed and fair"."""
        found = [step.grade for step in self.steps if step.grade in self.headline]
        return " and ".join(grade.replace("_", " ") for grade in found)


def scheme_names() -> list[str]:
    """Every scheme that ships or stands in one's own vocabulary folder, sorted."""
    files = [file.removeprefix(f"{FOLDER}/") for file in listing(FOLDER)]
    return [file.removesuffix(".yml") for file in files if "/" not in file]


def load_scheme(name: str = "airwars") -> Scheme:
    """Read a scheme by its name, or a project's own by its file (mine.yml, ./schemes/mine.yml).

    Raises:
        VocabularyError: No such scheme; or a condition, rule, value or grade is not known.
    """
    if name.endswith(SUFFIXES):
        return _own(Path(name))
    if name not in scheme_names():
        raise VocabularyError(
            f"no scheme {name!r}; known are {', '.join(scheme_names())}; "
            "a file of your own is given by its path, which ends in .yml"
        )
    return _shipped(name)


def read_scheme(name: str, written: str, file: str) -> Scheme:
    """Make a scheme of the text of its file.

    Args:
        file: What messages call the file.

    Raises:
        VocabularyError: It is no YAML, or no scheme.
    """
    body = parsed(written, file)
    knows = frozenset({"when"})
    return scheme_of(name, body, listed(body, file, knows=knows, needs=knows), file, written)


@cache
def _shipped(name: str) -> Scheme:
    file = f"{FOLDER}/{name}.yml"
    return read_scheme(name, text(file), file)


def _own(path: Path) -> Scheme:
    file = str(path.absolute())
    if not OWN_NAME.fullmatch(path.stem):
        raise _wrong(
            file, "its name is the scheme's: letters, digits, _ and - only; rename the file"
        )
    try:
        with path.open("rb") as opened:
            written = opened.read(MOST).decode("utf-8-sig")
    except OSError as error:
        raise VocabularyError(f"{file}: can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise VocabularyError(f"{file}: is not UTF-8; save it as UTF-8") from error
    if path.stem in scheme_names():
        raise _wrong(file, f"harmledger has a scheme {path.stem!r} already; rename the file")
    return read_scheme(path.stem, written, file)


def scheme_of(
    name: str, body: Mapping[str, Any], grades: Iterable[Entry], file: str = "", written: str = ""
) -> Scheme:
    """Check one scheme and make it.

    Raises:
        VocabularyError: A condition, rule, value or grade is missing or not known.
    """
    file = file or f"{FOLDER}/{name}.yml"
    unknown = body.keys() - TOP
    missing = TOP - body.keys()
    if unknown or missing:
        raise _wrong(file, f"unknown keys {sorted(unknown)}, missing keys {sorted(missing)}")
    steps = tuple(_step(entry) for entry in grades)
    if not steps or steps[-1].when:
        raise _wrong(file, "its last grade has conditions; end with a grade that has none")
    if (early := next((step.grade for step in steps[:-1] if not step.when), None)) is not None:
        raise _wrong(file, f"{early} has no conditions, so no grade below it is ever given")
    if not isinstance(body["version"], str | int | float):
        raise _wrong(file, 'its version is no word or number; write it as version: "1"')
    headline = _headline(body["headline"], steps, file)
    rules = rules_of(body["rules"], lambda why: _wrong(file, why))
    return Scheme(name, str(body["version"]), steps, headline, rules, written)


def _headline(given: object, steps: Iterable[Step], file: str) -> frozenset[str]:
    grades = {step.grade for step in steps}
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise _wrong(file, "headline is no list of grades; write it as [confirmed, fair]")
    if not set(given) <= grades:
        raise _wrong(file, f"headline {sorted(given)} names grades that it does not give")
    return frozenset(given)


def _step(entry: Entry) -> Step:
    if not GRADE.fullmatch(entry.id) or entry.id == HEADLINE:
        raise entry.wrong(
            f"a grade is written in small letters, as in `well_founded`, and is not {HEADLINE!r}, "
            "which is what totals call several; rename it"
        )
    when = entry.body["when"]
    if not isinstance(when, list):
        raise entry.wrong("`when` is no list of conditions; write [] for none")
    strange = [name for name in when if not isinstance(name, str) or name not in CONDITIONS]
    if strange:
        raise entry.wrong(f"no condition {repr(strange)}; known are {sorted(CONDITIONS)}")
    return Step(entry.id, tuple(when), entry.says)


def _wrong(file: str, why: str) -> VocabularyError:
    return VocabularyError(f"{named(file)}: {why}")
