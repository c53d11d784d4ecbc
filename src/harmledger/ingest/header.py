"""The header block that a text may start with: `Title: ...`, `Published: ...` and the like."""

import re

FIELDS = frozenset({"title", "publisher", "published", "url", "id", "lang"})
ALIASES = {"date": "published", "source": "publisher", "link": "url"}
"""What people write for a field."""
LINE = re.compile(r"([A-Za-z]+)[ \t]*:[ \t]*(.*)")
BLANK = re.compile(r"\n[ \t]*\n\s*")


def split_block(text: str) -> tuple[dict[str, str], str]:
    """Part a header block from the text below it.

    The block is the lines before the first blank one, if every one of them is a known field
    and none stands twice; else there is no block and the whole is text. A text that starts
    "Title: subtitle" and goes on in prose is not cut.
    """
    head, *rest = BLANK.split(text.lstrip(), maxsplit=1)
    fields, left = split_lines(head.split("\n"))
    return (fields, rest[0]) if rest and not left else ({}, text)


def split_lines(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """Part the leading header lines, each field once, from the lines below them.

    For PDFs, whose text has no blank lines. Fields without a value are left out.
    """
    fields: dict[str, str] = {}
    for number, line in enumerate(lines):
        match = LINE.fullmatch(line.strip())
        name = match[1].lower() if match else ""
        name = ALIASES.get(name, name)
        if match is None or name not in FIELDS or name in fields:
            return _filled(fields), lines[number:]
        fields[name] = match[2].strip()
    return _filled(fields), []


def _filled(fields: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if value}
