"""Pages of everyday matters in which words of harm harm no one, of our own wording."""

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
LONG = 4_500
"""Characters of a page, which its stories are told again to fill."""


@cache
def stories(lang: str) -> dict[str, list[str]]:
    """The stories of a language by what they are of."""
    parts = (HERE / f"{lang}.txt").read_text(encoding="utf-8").split("# ")[1:]
    split = [part.split("\n", 1) for part in parts]
    return {name: [one for one in text.split("\n") if one] for name, text in split}


def pages(lang: str) -> dict[str, str]:
    """A page of about `LONG` characters for each matter."""
    found = {}
    for name, parts in stories(lang).items():
        whole = "\n\n".join(parts)
        found[name] = "\n\n".join([whole] * (LONG // len(whole) + 1))[:LONG].rsplit(".", 1)[0] + "."
    return found
