"""Totals of a ledger under any scheme, and its sources' running totals beside its incidents."""

import json
from datetime import datetime
from pathlib import Path
from typing import TextIO

import click
from rich.markup import escape
from rich.table import Table

from harmledger.cli.options import FOLDER, OUT, STORED_SCHEME
from harmledger.cli.screen import console, total_name
from harmledger.grade import BY, GROUPS, Parting, Total, reconcile
from harmledger.grade import series as series_of
from harmledger.ledger import Ledger
from harmledger.model import Measure, Range
from harmledger.model.codec import dump
from harmledger.sums import Answer, Asked
from harmledger.view import View, kept_scheme, last_scheme, view

DAY = click.DateTime(formats=["%Y-%m-%d"])
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="What to write.",
)
MEASURE = click.option(
    "--measure",
    "measures",
    multiple=True,
    type=click.Choice([one.value for one in Measure]),
    help="Only this measure; may be repeated.  [default: all]",
)


@click.command()
@FOLDER
@STORED_SCHEME
@click.option("--by", type=click.Choice(list(BY)), help="One row for each of these.")
@MEASURE
@click.option(
    "--group", type=click.Choice(GROUPS), default="all", show_default=True, help="Who is counted."
)
@click.option("--since", type=DAY, help="First day: incidents that began before are left out.")
@click.option("--until", type=DAY, help="Last day: incidents that began later are left out.")
@FORMAT
@OUT
def totals(
    folder: Path,
    scheme: str | None,
    by: str | None,
    measures: tuple[str, ...],
    group: str,
    since: datetime | None,
    until: datetime | None,
    form: str,
    out: TextIO,
) -> None:
    """Add up the incidents of the ledger in FOLDER, under any scheme.

    Sums run from the sum of low ends to the sum of high ends. The headline grades stand first,
    every other grade apart; what belligerents concede stands beside; incidents that tell of harm
    without a number are counted as such. Nothing is written into the ledger.
    """
    if since is not None and until is not None and since > until:
        raise click.UsageError(f"--since {since:%Y-%m-%d} lies after --until {until:%Y-%m-%d}")
    answer = Answer(
        seen_under(folder, scheme),
        Asked(
            by=by or "",
            measures=measures,
            group=group,
            since=since and since.date(),
            until=until and until.date(),
        ),
    )
    if form == "table":
        _show(answer, out)
    else:
        out.write(answer.json() if form == "json" else answer.csv())


def seen_under(folder: Path, scheme: str | None) -> View:
    """The ledger of a folder under a scheme; None for that of its last run."""
    ledger = Ledger.open(folder, create=False)
    return view(ledger, last_scheme(ledger) if scheme is None else kept_scheme(ledger, scheme))


def _show(answer: Answer, out: TextIO) -> None:
    screen, seen, by = console(out), answer.seen, answer.asked.by
    table = Table(box=None, pad_edge=False, header_style="bold")
    has_best = any(one.best is not None for one in answer.totals)
    for name in ("total", *((by,) if by else ()), "measure"):
        table.add_column(name, overflow="fold")
    for name in ("low-high", *(("best",) if has_best else ()), "incidents", "conceded"):
        table.add_column(name, justify="right")
    for one in answer.totals:
        cells = [total_name(one.part, seen.scheme), *((escape(one.row),) if by else ())]
        cells += [_measure(one), str(Range(one.low, one.high)) if one.adds else "not added"]
        cells += [f"{one.best:,}" if one.best is not None else ""] if has_best else []
        table.add_row(*cells, _incidents(one), "" if one.conceded is None else str(one.conceded))
    screen.print(table)
    screen.print()
    if not all(one.adds for one in answer.totals):
        screen.print("Not added: a stock, which is a number of one day; its incidents are counted.")
    if answer.asked.span is not None:
        screen.print(
            f"Incidents that began {answer.asked.span}: {len(answer.incidents):,}; "
            f"without a day, so in none: {answer.undated:,}"
        )
    screen.print(_stamp(seen), soft_wrap=True)


def _measure(one: Total) -> str:
    households = ", households" if one.group == "households" else ""
    return f"{one.measure.replace('_', ' ')}{households}"


def _incidents(one: Total) -> str:
    if not one.uncounted:
        return f"{one.counted:,}"
    if not one.counted:
        return f"{one.uncounted:,}, without a count"
    return f"{one.counted:,} and {one.uncounted:,} without a count"


def _stamp(seen: View) -> str:
    return (
        f"{len(seen.incidents):,} incidents; scheme {seen.scheme.name} {seen.scheme.version} "
        f"({seen.scheme.digest}); ledger entry {seen.seq}, head {seen.head[:16]}"
    )


@click.command()
@FOLDER
@STORED_SCHEME
@MEASURE
@click.option("--source", help="Only sources whose name holds these words.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="What to write.",
)
@OUT
def series(
    folder: Path,
    scheme: str | None,
    measures: tuple[str, ...],
    source: str | None,
    form: str,
    out: TextIO,
) -> None:
    """Show the running totals of each source beside the sum of the incidents of the same days.

    A source's totals are one series; a new base day, or a fall below half, begins a new phase.
    What each step adds is set beside the incidents that began in its days, of every grade.
    """
    seen = seen_under(folder, scheme)
    asked = [
        one
        for one in series_of(seen.happened)
        if (not measures or one.measure in measures)
        and (source is None or source.casefold() in one.name.casefold())
    ]
    found = [one for one in asked if one.runs]
    parted = [(one, reconcile(one, seen.incidents)) for one in found]
    if form == "json":
        rows = [dump(one) | {"reconciled": [dump(part) for part in parts]} for one, parts in parted]
        whole = {**seen.stamp, "left_out": len(asked) - len(found), "series": rows}
        out.write(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")
        return
    screen = console(out)
    for one, parts in parted:
        where = f", {escape(one.place)}" if one.place else ""
        who = "" if one.group == "all" else f", {one.group}"
        screen.print(
            f"[bold]{escape(one.name)}[/bold]: {one.measure.replace('_', ' ')}{who}{where}"
        )
        for number, phase in enumerate(one.phases, 1):
            since = f" since {phase.base}" if phase.base else ""
            why = f" (begins anew: {phase.why})" if phase.why else ""
            told = ", ".join(f"{point.day}: {point.range}" for point in phase.points)
            screen.print(f"  phase {number}{since}{why}: {told}", soft_wrap=True)
        for part in parts:
            step = part.step
            screen.print(
                f"  {step.since} to {step.until} ({step.days} d): adds {step.range} [{step.kind}]; "
                f"incidents {part.incidents} in {len(part.ids)}{_uncounted(part)}; "
                f"{_difference(part.low, part.high)}",
                soft_wrap=True,
                markup=False,
            )
    if len(asked) > len(found):
        screen.print(
            f"Left out: {len(asked) - len(found):,} given for one day alone and from no day on, "
            "as a single incident's toll is.",
            soft_wrap=True,
        )
    screen.print(f"{len(found):,} series; {_stamp(seen)}", soft_wrap=True)


def _uncounted(part: Parting) -> str:
    return f" ({part.uncounted} without a count)" if part.uncounted else ""


def _difference(low: int | None, high: int | None) -> str:
    if low is None or high is None:
        return "no difference can be told"
    ends = f"{low:+,}" if low == high else f"{low:+,} to {high:+,}"
    return f"difference {ends}"
