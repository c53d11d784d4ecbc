"""Names code by its every letter: what it made holds no more where a line of it is another."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def code(*parts: str) -> str:
    """The digest of the modules that stand in these parts of the package, folders below left out.

    Args:
        parts: Folders or single modules, as paths from the package ("link/comparison", "view.py").
    """
    found = sha256()
    for part in parts:
        for path in _modules(files("harmledger").joinpath(*part.split("/"))):
            found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:12]


def _modules(where: Traversable) -> Iterator[Traversable]:
    """The modules of a folder, or the one module itself."""
    found = [where] if where.is_file() else where.iterdir()
    yield from sorted(
        (path for path in found if path.name.endswith(".py")), key=lambda path: path.name
    )
