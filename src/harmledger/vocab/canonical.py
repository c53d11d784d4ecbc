"""The one form a vocabulary file is written in, so that a diff shows knowledge and nothing else."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from harmledger.model.errors import VocabularyError
from harmledger.vocab.load import document


def canonical(text: str) -> str:
    """The same text without a byte order mark, tabs, trailing blanks or empty lines at its end.

    Lines end in a line feed, the last one too.
    """
    lines = text.removeprefix("\ufeff").expandtabs(2).splitlines()
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


def not_canonical(root: Path, files: list[str]) -> list[str]:
    """Those of the files below `root` whose text is not in canonical form, in their order."""
    return [file for file in files if (text := _text(root / file)) != canonical(text)]


def make_canonical(root: Path, files: list[str]) -> None:
    """Write those files anew in canonical form."""
    for file in files:
        path = root / file
        path.write_text(canonical(_text(path)), encoding="utf-8", newline="\n")


def check_ids(files: list[str]) -> None:
    """Check that every file is strict YAML and that no id stands twice where it must not.

    An id with a dot ("en.killed.passive") is a whole name, unique among the files of its folder;
    one without ("exact") is a code of its own file.

    Raises:
        VocabularyError: Names the id and the files.
    """
    found: dict[tuple[PurePosixPath, str], list[str]] = defaultdict(list)
    for file in files:
        for entry_id in _ids(document(file)):
            home = PurePosixPath(file)
            found[home.parent if "." in entry_id else home, entry_id].append(file)
    for (_, entry_id), where in found.items():
        if len(where) > 1:
            raise VocabularyError(
                f"id {entry_id} stands in {' and in '.join(where)}; ids are never reused"
            )


def _ids(found: dict[str, Any]) -> Iterator[str]:
    """The ids of every list in a file, whatever the list is called."""
    for listed in found.values():
        for entry in listed if isinstance(listed, list) else ():
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                yield entry["id"]


def _text(path: Path) -> str:
    # As bytes: reading as text would mend the line ends unseen.
    return path.read_bytes().decode()
