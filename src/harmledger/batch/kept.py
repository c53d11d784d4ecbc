"""A file of what was made before, that the next run goes on from: written whole, or not at all."""

import mmap
import os
import threading
from collections.abc import Iterable
from pathlib import Path


def write_kept(pieces: Iterable[bytes | memoryview], path: Path) -> None:
    """Write the file; who reads it meanwhile reads the old one to its end.

    Raises:
        OSError: The disk is full or not writable; names the file.
    """
    # Two who write at once don't write into one file; the last one's stands.
    part = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        with part.open("wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(path)) from error
    finally:
        part.unlink(missing_ok=True)


def read_kept(path: Path) -> memoryview | None:
    """The bytes of the file, mapped and not read; they stay as they are when it is written anew.

    None where there is none, or it is empty.
    """
    if not path.exists():
        return None
    with path.open("rb") as file:
        # Of the file that is open: another may have its name by now.
        size = os.fstat(file.fileno()).st_size
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)) if size else None
