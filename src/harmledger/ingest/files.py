"""Walk what the user named, in one order, each folder once."""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from harmledger.ingest.held import held
from harmledger.model import SetAside


def files(paths: Sequence[Path], *, apart: Path | None = None) -> Iterator[Path | SetAside]:
    """Yield every file, the paths in the order given, what lies in a folder sorted by name.

    Links are followed. A folder met again, by a link that loops or under a second name, is
    set aside and not walked twice. Hidden files are files like any other.

    Args:
        apart: A folder that is passed over, or None.
    """
    walked: set[tuple[int, int]] = set()
    ahead = list(reversed(paths))
    while ahead:
        path = ahead.pop()
        try:
            if apart is not None and path.is_dir() and path.samefile(apart):
                continue
            inside = _inside(path, walked)
        except OSError as error:
            yield refusal(path, error)
            continue
        if isinstance(inside, list):
            ahead += reversed(inside)
        else:
            yield inside


def name_of(path: Path) -> str:
    """The path as text; bytes of a name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def refusal(path: Path, error: OSError) -> SetAside:
    """Set aside what the system refuses to read, in the system's own words."""
    name = name_of(path)
    if error.errno == errno.ELOOP:
        return held(name, "link_loop", "The link leads to itself.")
    if error.errno == errno.ENOENT and not path.is_symlink():
        return held(name, "missing")
    return held(name, "unreadable", f"It can't be read: {error.strerror or error}.")


def _inside(path: Path, walked: set[tuple[int, int]]) -> list[Path] | Path | SetAside:
    """What lies in a folder, or the file itself."""
    status = path.stat()
    if stat.S_ISREG(status.st_mode):
        return path
    if not stat.S_ISDIR(status.st_mode):
        # A pipe or a device would never end, so it is not even opened.
        return held(name_of(path), "unreadable", "It is no regular file.")
    if (status.st_dev, status.st_ino) in walked:
        return held(name_of(path), "link_loop")
    walked.add((status.st_dev, status.st_ino))
    return sorted(path.iterdir())
