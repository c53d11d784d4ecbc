"""The originals, byte for byte, each under the SHA-256 of its content."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from harmledger.model import LedgerError

FOLDER = "archive"


@dataclass(frozen=True, slots=True)
class Archive:
    """The originals of one ledger, in `folder`/archive/ab/abcdef....

    Attributes:
        folder: The folder that holds the ledger.
    """

    folder: Path

    def path(self, sha: str) -> Path:
        """Where the original of that hash stands, if it is kept."""
        return self.folder / FOLDER / sha[:2] / sha

    def surrounds(self, path: Path) -> bool:
        """Whether a path, there or not, is the archive's folder or lies in it."""
        return path.resolve().is_relative_to((self.folder / FOLDER).resolve())

    def holds(self, sha: str) -> bool:
        """Whether an original of that hash is kept."""
        return self.path(sha).is_file()

    def keep(self, data: bytes) -> str:
        """Keep an original whole or not at all; again makes no difference.

        Returns:
            The SHA-256 of the bytes, in hexadecimal.

        Raises:
            LedgerError: It can't be written; names the file and why.
        """
        sha = sha256(data).hexdigest()
        path = self.path(sha)
        if not path.is_file():
            try:
                _write(path, data)
            except OSError as error:
                raise LedgerError(
                    f"{path}: can't be written: {error.strerror}; make room or mend the rights, "
                    "then run again"
                ) from error
        return sha

    def settle(self) -> None:
        """See that what was kept so far outlasts a power cut.

        One call for a batch: a sync for each of thousands of small originals takes minutes.
        """
        os.sync()

    def read(self, sha: str) -> bytes:
        """The original of that hash.

        Raises:
            LedgerError: It is missing, or its bytes are no longer those that were kept.
        """
        path = self.path(sha)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise LedgerError(f"{path}: the original can't be read: {error.strerror}") from error
        if sha256(data).hexdigest() != sha:
            raise LedgerError(f"{path}: the original was altered; put it back from a copy")
        return data

    def verify(self) -> Iterator[str]:
        """The hashes of originals whose bytes are no longer those that were kept, sorted.

        One that can't be read is among them.
        """
        return (path.name for path in self._kept() if not _is_whole(path))

    def __len__(self) -> int:
        """How many originals are kept."""
        return sum(1 for _ in self._kept())

    def _kept(self) -> Iterator[Path]:
        # A name with a dot is what a killed writer left; it was never part of the archive. What
        # is no file (a pipe, a link to nowhere) is no original either, and not opened.
        found = (self.folder / "archive").glob("[0-9a-f][0-9a-f]/[0-9a-f]*")
        return iter(sorted(path for path in found if "." not in path.name and path.is_file()))


def _is_whole(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == path.name
    except OSError:
        return False


def _write(path: Path, data: bytes) -> None:
    """Write beside the place, then move into it: a reader sees all of the file or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
        part.chmod(0o444)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
