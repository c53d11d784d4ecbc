"""Call the terminal door as a shell would, and small input for it."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from harmledger.cli.main import outcome
from harmledger.publish import FORMATS

ROWS = [
    {
        "id": "market-1",
        "publisher": "Tigris Wire",
        "published": "2017-02-12",
        "text": "An airstrike hit a market in Mosul on Saturday, killing 12 civilians, "
        "residents said.",
    },
    {
        "id": "market-2",
        "publisher": "Nineveh Gazette",
        "published": "2017-02-12",
        "text": "At least nine civilians were killed on Saturday in an airstrike on a market in "
        "Mosul, a doctor at a hospital said.",
    },
    {
        "id": "dnipro",
        "publisher": "Steppe Courier",
        "published": "2023-04-20",
        "text": "Shelling killed three people and wounded seven in Dnipro on Wednesday, the "
        "governor said.",
    },
]


def jsonl(path: Path, rows: Iterable[Mapping[str, object]]) -> Path:
    """Write rows as JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def many(count: int) -> list[dict[str, object]]:
    """Rows of the same shape with counts and places that differ."""
    places = ("Mosul", "Aleppo", "Kherson", "Nyala")
    return [
        {
            "id": f"r{number:05}",
            "publisher": f"Wire {number % 7}",
            "published": f"{2011 + number % 13}-{number % 12 + 1:02}-{number % 28 + 1:02}",
            "text": f"Shelling killed {number % 40 + 2} civilians and injured {number % 9 + 1} "
            f"others near {places[number % 4]} on Tuesday, residents said.",
        }
        for number in range(count)
    ]


def files(folder: Path) -> dict[str, bytes]:
    """The bytes of the files that a release has, by name."""
    return {name: (folder / name).read_bytes() for name in (*FORMATS, "manifest.json")}


def harmledger(*words: object) -> int:
    """Run one command; its exit code."""
    return int(outcome([str(word) for word in words]))
