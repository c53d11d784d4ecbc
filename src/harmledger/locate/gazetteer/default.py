"""The default gazetteer: bundled data and a project's own files, indexed once and kept."""

import csv
import fcntl
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TextIO

from harmledger.locate.gazetteer import bundled
from harmledger.locate.gazetteer.build import VERSION, Progress, build
from harmledger.locate.gazetteer.dump import dump_rows
from harmledger.locate.gazetteer.entry import Row
from harmledger.locate.gazetteer.index import Gazetteer
from harmledger.locate.gazetteer.own import own_rows
from harmledger.model import HarmledgerError, VocabularyError
from harmledger.vocab.load import ROOT

# What the vocabulary says decides names and kinds in the index; the rest of it does not.
BUILT_FROM = ("also", "countries", "features", "folding", "sizes", "sounds", "types")
FORMATS: dict[str, Callable[[Path], Iterator[Row]]] = {".txt": dump_rows, ".csv": own_rows}


def default_gazetteer(*, extra: Sequence[Path] = (), progress: Progress | None = None) -> Gazetteer:
    """Open the index of the bundled data and the extra files, building it on first use.

    It is kept under a name that tells what it was made from, so that a new version of a package,
    of the vocabulary or of a file makes a new index. Whatever ends a build midway, the next use
    builds anew; of two processes at once one builds and the other waits.

    Args:
        extra: GeoNames dumps (.txt) and a project's own places (.csv); later ones win.
        progress: Called with a step's name and how many rows it has taken so far.

    Raises:
        VocabularyError: A file is of another kind or can't be read as its kind.
        HarmledgerError: The cache folder can't be written; says what to do.
        OSError: A file is missing, or the disk is full.
    """
    path = cache_folder() / f"gazetteer-{_fingerprint(extra)}.sqlite"
    if not path.is_file():
        with _alone(path):
            if not path.is_file():
                build(_sources(extra), path, progress=progress)
    return Gazetteer.open(path)


def cache_folder() -> Path:
    """Where indexes are kept: $HARMLEDGER_CACHE, else the user's cache folder."""
    own = os.environ.get("HARMLEDGER_CACHE")
    if own:
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "harmledger")


def _sources(extra: Sequence[Path]) -> Iterable[Iterable[Row]]:
    return bundled.rows(), *(_rows(path) for path in extra)


def _rows(path: Path) -> Iterator[Row]:
    try:
        yield from _reader(path)(path)
    except (UnicodeDecodeError, csv.Error) as error:
        raise VocabularyError(f"{path}: {error}; save it as text in UTF-8") from error


def _reader(path: Path) -> Callable[[Path], Iterator[Row]]:
    reader = FORMATS.get(path.suffix.casefold())
    if reader is None:
        raise VocabularyError(
            f"{path}: a gazetteer file is one of {', '.join(FORMATS)}; rename or convert it"
        )
    return reader


def _fingerprint(extra: Sequence[Path]) -> str:
    total = sha256(f"{VERSION} {bundled.versions()}".encode())
    for name in BUILT_FROM:
        total.update(ROOT.joinpath("gazetteer", f"{name}.yml").read_bytes())
    for path in extra:
        _reader(path)
        with path.open("rb") as content:
            total.update(path.suffix.casefold().encode() + file_digest(content, "sha256").digest())
    return total.hexdigest()[:16]


def _lock_file(path: Path) -> TextIO:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.with_suffix(".lock").open("w")
    except OSError as error:
        raise HarmledgerError(
            f"{path.parent}: the gazetteer's index can't be kept here: {error.strerror}; "
            "name a folder that can be written in HARMLEDGER_CACHE"
        ) from error


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the right to build one index; the system lets go of it when a process is killed."""
    with _lock_file(path) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left in path.parent.glob(f"{path.name}.*.part"):  # of a build that was killed
            left.unlink(missing_ok=True)
        yield
