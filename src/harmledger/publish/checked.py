"""A release held against its manifest: whether its files are what was written."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

from harmledger.publish.manifest import NAME


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of a release finds.

    Attributes:
        files: How many files are as they were written.
        problems: A sentence for each that is not, in the order of the manifest.
        ledger: Number and hash of the ledger's entry that it was made at; None where it names none,
            as in the folder of a run.
    """

    files: int
    problems: tuple[str, ...]
    ledger: tuple[int, str] | None = None


def checked(folder: Path) -> Checked | None:
    """Hold every file of a folder against the checksum in its manifest; None without a manifest.

    Who can change a file can change the manifest too: keep its own checksum elsewhere.
    """
    path = folder / NAME
    if not path.is_file():
        return None
    try:
        told = json.loads(path.read_bytes())
        files = {str(one["name"]): str(one["sha256"]) for one in told["files"]}
        ledger = _ledger(told.get("ledger"))
    except (ValueError, KeyError, TypeError, AttributeError):
        return Checked(0, (f"{path} is not as it was written",))
    problems = tuple(_problems(folder, files))
    return Checked(len(files) - len(problems), problems, ledger)


def _problems(folder: Path, files: dict[str, str]) -> Iterator[str]:
    for name, expected in files.items():
        path = folder / name
        if not path.is_file():
            yield f"{path} is missing"
            continue
        with path.open("rb") as file:
            found = file_digest(file, "sha256").hexdigest()
        if found != expected:
            yield f"{path} was altered: it is not what its {NAME} names"


def _ledger(told: Any) -> tuple[int, str] | None:
    return None if told is None else (int(told["entries"]), str(told["head"]))
