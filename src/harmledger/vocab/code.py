"""Names code by its every letter: what it made holds no more where a line of it is another."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def code(*folders: str) -> str:
    """The digest of the modules that stand in these folders of the package, those below left out.

    Args:
        folders: As paths from the package ("link/comparison").
    """
    found = sha256()
    for folder in folders:
        for path in _modules(files("harmledger").joinpath(*folder.split("/"))):
            found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:12]


def _modules(folder: Traversable) -> Iterator[Traversable]:
    yield from sorted(
        (path for path in folder.iterdir() if path.name.endswith(".py")), key=lambda path: path.name
    )
