"""READ_ME_FIRST.txt: what a release holds, by which scheme, what is withheld, what columns mean."""

from collections.abc import Iterator
from textwrap import fill, wrap

from harmledger.publish.protect import FILE, KNOWS, WITHHELD
from harmledger.publish.release import Release
from harmledger.publish.sheet import Sheet
from harmledger.vocab.load import entries

COLUMNS = "columns.yml"
WIDTH = 90
INDENT = " " * 26
FILES = {
    "incidents.csv": "incidents",
    "claims.csv": "claims",
    "totals.csv": "totals",
}
OTHERS = """\
tombstones.jsonl names every code that is gone or was parted, with the incidents that hold its
reports now. incidents.geojson is for maps. manifest.json names every file with its checksum.
reports.jsonl, claims.jsonl, incidents.jsonl and set_aside.jsonl hold the same as rows of JSON, one
object a line, with what no column has."""

RECORD = """\
The JSON Lines are the working record and withhold nothing: keep them as closely as the reports
themselves. `harmledger release` writes files that withhold in every one of them."""


def readme(release: Release) -> Sheet:
    """The text; it holds no clock, so that the same release gives the same bytes."""
    lines = (f"{line}\n" for part in _parts(release) for line in (*part, ""))
    return Sheet([], head="".join(lines))


def _parts(release: Release) -> Iterator[list[str]]:
    digest = f" ({release.scheme_digest})" if release.scheme_digest else ""
    yield ["WHAT THIS IS"]
    yield [
        f"{len(release.incidents)} incidents out of {len(release.reports)} reports.",
        f"Scheme: {release.scheme} {release.scheme_version}{digest}. Name it beside every number.",
        f"Vocabulary: {release.vocabulary}.",
        *([f"Ledger: {release.ledger}."] if release.ledger else []),
    ]
    yield fill(" ".join(OTHERS.split()), WIDTH).splitlines()
    yield ["WHAT IS WITHHELD"]
    if release.whole:
        yield ["Nothing: these files can name victims and witnesses. Do not pass them on."]
    else:
        for one in entries(FILE, knows=KNOWS, needs=frozenset({"reason"})):
            yield fill(f"{one.says} {one.body['reason']}", WIDTH).splitlines()
        if release.record:
            yield fill(" ".join(RECORD.split()), WIDTH).splitlines()
        yield fill(
            f"A cell that reads {WITHHELD!r} held such a name; an empty cell is not known or not "
            "said. Who may see everything writes the files with `harmledger release --whole`.",
            WIDTH,
        ).splitlines()
    found = entries(COLUMNS, knows=frozenset(), needs=frozenset())
    for file, prefix in FILES.items():
        yield [f"COLUMNS OF {file.upper()}"]
        ours = [one for one in found if one.id.startswith(f"{prefix}.")]
        yield [line for one in ours for line in _column(one.id.partition(".")[2], one.says)]


def _column(name: str, says: str) -> Iterator[str]:
    first, *rest = wrap(says, WIDTH - len(INDENT))
    yield f"{name:<{len(INDENT) - 1}} {first}"
    yield from (f"{INDENT}{line}" for line in rest)
