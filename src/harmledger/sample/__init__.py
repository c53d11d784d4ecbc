"""The bundled sample: short invented reports of three wars, for a first run and for the tests.

Places, dates and kinds of events are real in outline. The reports, publishers, people and counts
are made up, and say nothing about what happened there.
"""

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path


def folder() -> AbstractContextManager[Path]:
    """The folder of the sample's reports, for the length of a `with` block.

    It holds .txt, .html, .pdf and .jsonl files and one feed's .xml, and no folders.
    """
    return as_file(files("harmledger.sample").joinpath("reports"))
