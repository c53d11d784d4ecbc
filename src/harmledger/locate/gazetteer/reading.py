"""Read a gazetteer's file so that whatever is wrong with it is said with its name."""

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from harmledger.model import VocabularyError


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what a wrong file raises into an error that names the file and the remedy.

    Raises:
        VocabularyError: The file is not UTF-8, or no CSV or JSON at all.
    """
    try:
        yield
    except (UnicodeDecodeError, csv.Error) as error:
        raise VocabularyError(f"{path}: {error}; save it as text in UTF-8") from error
    except json.JSONDecodeError as error:
        raise VocabularyError(f"{path}: no JSON: {error}; save it as GeoJSON in UTF-8") from error


def point(lat: str | float, lon: str | float) -> tuple[float, float]:
    """Degrees north and east.

    Raises:
        ValueError: They are no numbers, no point on earth, or 0, 0, which lists write for unknown.
    """
    north, east = float(lat), float(lon)
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        raise ValueError(f"{lat}, {lon} is no point on earth; give degrees north, then east")
    if north == 0 and east == 0:
        raise ValueError("0, 0 lies in the sea and stands for an unknown point; drop the line")
    return north, east
