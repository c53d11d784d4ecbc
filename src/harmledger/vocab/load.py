"""Read vocabulary files strictly and early, before a single report is read."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from harmledger.model.errors import VocabularyError

ROOT = files("harmledger.vocab")
OWN = "HARMLEDGER_VOCAB"
"""Environment variable: a folder of one's own vocabulary files, read beside the packaged ones."""
ALWAYS = frozenset({"id", "says", "source", "retired", "match", "no_match"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of knowledge.

    Attributes:
        file: The file it stands in, relative to `vocab/`.
        id: Stable and never reused.
        says: One sentence in plain words.
        body: Every key of the entry, checked against what its kind of file knows.
    """

    file: str
    id: str
    says: str
    body: Mapping[str, Any]

    def wrong(self, why: str) -> VocabularyError:
        """The error that names this entry; `why` ends with the remedy."""
        return VocabularyError(f"{named(self.file)}: {self.id}: {why}")


def roots() -> tuple[Traversable, ...]:
    """The folders that make up `vocab/`: the packaged one, then one's own where `OWN` names it.

    Raises:
        VocabularyError: It names no folder.
    """
    own = os.environ.get(OWN)
    if not own:
        return (ROOT,)
    if not Path(own).is_dir():
        raise VocabularyError(f"{OWN}: {own}: no such folder; name one or unset it")
    return ROOT, Path(own)


def document(file: str) -> dict[str, Any]:
    """Read one YAML file whole.

    Raises:
        VocabularyError: The file is missing, is not YAML, or is no mapping.
    """
    return parsed(text(file), file)


def text(file: str) -> str:
    """One YAML file as it is written.

    Raises:
        VocabularyError: The file is missing.
    """
    try:
        return _resource(file).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise VocabularyError(f"{named(file)}: no such file") from error


def parsed(written: str, file: str) -> dict[str, Any]:
    """Read the text of a file.

    Raises:
        VocabularyError: It is not YAML, or is no mapping; names `file`.
    """
    try:
        found = yaml.load(written, Loader=_Loader)
    except yaml.YAMLError as error:
        raise VocabularyError(f"{named(file)}: not YAML: {error}") from error
    if not isinstance(found, dict):
        raise VocabularyError(f"{named(file)}: holds no mapping; start it with `says:`")
    return found


def named(file: str) -> str:
    """What a person calls a file: a project's own by its path, others by their place in vocab."""
    return file if file.startswith(("/", "ledger: ")) else f"vocab/{file}"


def entries(file: str, *, knows: frozenset[str], needs: frozenset[str]) -> list[Entry]:
    """Read the `entries` of one file, in its order, retired ones left out.

    Args:
        knows: Keys an entry may have besides the ones every entry may have.
        needs: Keys an entry must have besides `id` and `says`.

    Raises:
        VocabularyError: An unknown or missing key, or an id that stands twice.
    """
    return listed(document(file), file, knows=knows, needs=needs)


def listed(
    found_in: Mapping[str, Any], file: str, *, knows: frozenset[str], needs: frozenset[str]
) -> list[Entry]:
    """The `entries` of a document that was read from a file; as `entries`.

    Raises:
        VocabularyError: As `entries`, or what stands under `entries` is no list.
    """
    rows = found_in.get("entries") or []
    if not isinstance(rows, list):
        raise VocabularyError(f"{named(file)}: `entries` is no list; start each with `- id:`")
    found, seen = [], set()
    for number, body in enumerate(rows, 1):
        if not isinstance(body, dict) or not isinstance(body.get("id"), str):
            raise VocabularyError(f"{named(file)}: entry {number} has no id; give it one")
        entry = Entry(file, body["id"], _sentence(body.get("says", "")), body)
        unknown = body.keys() - knows - ALWAYS
        missing = ({"says"} | needs) - body.keys()
        if unknown:
            raise entry.wrong(f"unknown key {sorted(unknown)}; known are {sorted(knows | ALWAYS)}")
        if missing:
            raise entry.wrong(f"lacks {sorted(missing)}; add it")
        if entry.id in seen:
            raise entry.wrong("this id stands twice; ids are never reused")
        seen.add(entry.id)
        if "retired" not in body:
            found.append(entry)
    return found


def listing(folder: str) -> list[str]:
    """The YAML files below a folder of `vocab/`, as paths relative to it, sorted.

    Raises:
        VocabularyError: One of them stands in two roots.
    """
    found = sorted(file for root in roots() for file in below(root, folder))
    for file, following in pairwise(found):
        if file == following:
            raise VocabularyError(f"vocab/{file}: stands in {OWN} too; give that file another name")
    return found


def _sentence(says: object) -> str:
    """What an entry says; "" where it is no text, so that nothing else is ever written out."""
    return says if isinstance(says, str) else ""


def below(root: Traversable, folder: str) -> list[str]:
    """The YAML files below a folder of one root, as paths relative to the root."""
    top = root.joinpath(*folder.split("/")) if folder else root
    return list(_walk(top, folder)) if top.is_dir() else []


@cache
def digest() -> str:
    """Name everything in `vocab/` by one hash: which knowledge read this."""
    total = sha256()
    for file in listing(""):
        total.update(file.encode() + b"\0" + _resource(file).read_bytes())
    return total.hexdigest()[:12]


def _resource(file: str) -> Traversable:
    """A file in the root that has it; where none has, its place in the packaged one."""
    places = [root.joinpath(*file.split("/")) for root in roots()]
    return next((place for place in places if place.is_file()), places[0])


def _walk(folder: Traversable, path: str) -> Iterator[str]:
    for item in folder.iterdir():
        name = f"{path}/{item.name}" if path else item.name
        if item.is_dir():
            yield from _walk(item, name)
        elif item.name.endswith(".yml"):
            yield name


class _Loader(yaml.CSafeLoader):
    """Safe YAML in which a key that stands twice is an error, not a silent overwrite."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.YAMLError(f"key {key!r} stands twice{node.start_mark}")
        return super().construct_mapping(node, deep)
