"""The default gazetteer: bundled data and a project's own files, indexed once and kept."""

import fcntl
import os
import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TextIO

from harmledger.locate.gazetteer import bundled
from harmledger.locate.gazetteer.borders import border_rows
from harmledger.locate.gazetteer.build import VERSION, Pieces, Progress, build
from harmledger.locate.gazetteer.dump import dump_rows
from harmledger.locate.gazetteer.entry import Row
from harmledger.locate.gazetteer.index import Gazetteer
from harmledger.locate.gazetteer.own import own_rows
from harmledger.model import HarmledgerError, VocabularyError
from harmledger.vocab.load import ROOT

# What the vocabulary says decides names and kinds in the index; the rest of it does not.
BUILT_FROM = ("also", "countries", "features", "folding", "sizes", "sounds", "types")
FORMATS: dict[str, Callable[[Path], Iterable[Row]]] = {
    ".txt": dump_rows,
    ".csv": own_rows,
    ".geojson": border_rows,
    ".json": border_rows,
}


def default_gazetteer(*, extra: Sequence[Path] = (), progress: Progress | None = None) -> Gazetteer:
    """Open the index of the bundled data and the extra files, building it on first use.

    It is kept under a name that tells what it was made from, so that a new version of a package,
    of the vocabulary or of a file makes a new index. Whatever ends a build midway, the next use
    builds anew; of two processes at once one builds and the other waits.

    Args:
        extra: GeoNames dumps (.txt), a project's own places (.csv) and borders with P-codes
            (.geojson), beside the files that were added for good; later ones win.
        progress: Called with a step's name and how many rows it has taken so far.

    Raises:
        VocabularyError: A file is of another kind or can't be read as its kind.
        HarmledgerError: The cache folder can't be written; says what to do.
        OSError: A file is missing, or the disk is full.
    """
    files = (*added(), *extra)
    path = cache_folder() / f"gazetteer-{_fingerprint(files)}.sqlite"
    if not path.is_file():
        with _alone(path):
            if not path.is_file():
                _check(files)
                build(_sources(files), path, progress=progress)
    return Gazetteer.open(path)


def added() -> tuple[Path, ...]:
    """The files that were added for good, by name."""
    folder = added_folder()
    if not folder.is_dir():
        return ()
    return tuple(sorted(path for path in folder.iterdir() if path.suffix.casefold() in FORMATS))


def added_folder() -> Path:
    """Where added files are kept: $HARMLEDGER_GAZETTEER, else the user's data folder."""
    own = os.environ.get("HARMLEDGER_GAZETTEER")
    if own:
        return Path(own)
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data, "harmledger", "gazetteer")


def add(path: Path, *, progress: Progress | None = None) -> Gazetteer:
    """Keep a copy of a file and open the gazetteer with it; one of the same name is replaced.

    The index is built before the file is kept, so that a wrong one leaves all as it was.

    Raises:
        VocabularyError: The file is of another kind or can't be read as its kind.
        OSError: The file is missing, or the folder can't be written.
    """
    kept = added_folder() / path.name
    others = [file for file in added() if file != kept]
    names = sorted([*others, kept])
    files = [path if file == kept else file for file in names]
    index = cache_folder() / f"gazetteer-{_fingerprint(files)}.sqlite"
    with _alone(index):
        _check([path])
        build(_sources(files), index, progress=progress)
    kept.parent.mkdir(parents=True, exist_ok=True)
    if path.resolve() != kept.resolve():
        part = kept.with_name(f"{kept.name}.part")
        shutil.copyfile(path, part)
        part.replace(kept)
    return Gazetteer.open(index)


def remove(name: str) -> None:
    """Take an added file out.

    Raises:
        HarmledgerError: None of that name was added.
    """
    found = [path for path in added() if path.name == name]
    if not found:
        known = ", ".join(path.name for path in added()) or "none"
        raise HarmledgerError(f"{name}: no such file was added; added are {known}")
    found[0].unlink()


def cache_folder() -> Path:
    """Where indexes are kept: $HARMLEDGER_CACHE, else the user's cache folder."""
    own = os.environ.get("HARMLEDGER_CACHE")
    if own:
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "harmledger")


def _sources(files: Sequence[Path]) -> Iterable[Iterable[Row]]:
    return bundled.rows(), *(_reader(path)(path) for path in files)


def _check(files: Sequence[Path]) -> None:
    """Read the small files once before the bundled data, so that a slip is told at once."""
    for path in files:
        source = _reader(path)(path)
        if not isinstance(source, Pieces):
            deque(source, maxlen=0)


def _reader(path: Path) -> Callable[[Path], Iterable[Row]]:
    reader = FORMATS.get(path.suffix.casefold())
    if reader is None:
        raise VocabularyError(
            f"{path}: a gazetteer file is one of {', '.join(FORMATS)}; rename or convert it"
        )
    return reader


def _fingerprint(files: Sequence[Path]) -> str:
    total = sha256(f"{VERSION} {bundled.versions()}".encode())
    for name in BUILT_FROM:
        total.update(ROOT.joinpath("gazetteer", f"{name}.yml").read_bytes())
    for path in files:
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
