"""What a person sees of a run: progress on stderr while it lasts, tables on stdout at its end."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, TypeVar

from rich.console import Console
from rich.live import Live
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from harmledger.batch import Tally
from harmledger.grade import HEADLINE, Scheme, Total, totals
from harmledger.model import HOUSEHOLDS, Figure, Incident, Measure, Range
from harmledger.publish import Release

Thing = TypeVar("Thing")

# Where the output is no terminal (a file, a pipe) there is no width to keep to but legibility.
WIDTH = 120
SHOWN = 20
MEASURES = (Measure.KILLED, Measure.INJURED, Measure.DISPLACED)
# Which of an incident's figures stands for a measure: all people, or else civilians.
GROUPS = ("all", "civilian", "combatant")


def console(file: IO[str] | None = None) -> Console:
    """Standard output, or a file."""
    out = Console(file=file, highlight=False)
    return out if out.is_terminal else Console(file=file, width=WIDTH, highlight=False)


def watched(things: Iterable[Thing], label: str, *, quiet: bool) -> Iterator[Thing]:
    """Pass things on, showing on stderr how many have passed."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description} {task.completed}"),
        TimeElapsedColumn(),
    )
    err = Console(stderr=True)
    with Progress(*columns, console=err, transient=True, disable=quiet or not err.is_terminal) as p:
        yield from p.track(things, description=label)


@contextmanager
def waiting(label: str, *, quiet: bool) -> Iterator[None]:
    """Say on stderr what takes long.

    Nothing turns beside it: that would be a thread, and beside a thread linking can't be spread
    over processes.
    """
    err = Console(stderr=True)
    if quiet or not err.is_terminal:
        yield
        return
    with Live(f"{label} …", console=err, auto_refresh=False, transient=True):
        yield


def noted(line: str) -> None:
    """Say on stderr what nobody has to do anything about."""
    Console(stderr=True).print(line, markup=False, highlight=False, soft_wrap=True)


def closing(release: Release, scheme: Scheme, folder: Path) -> None:
    """Say what a run made: incidents, totals, what was set aside, what to open next."""
    out = console()
    out.print(incident_table(release.incidents, wide=out.width >= WIDTH))
    out.print()
    out.print(total_table(totals(release.incidents, scheme), scheme))
    out.print()
    if len(release.set_aside) > 0:
        out.print(set_aside_table(Tally.of(release.set_aside)))
        out.print()
    reports, incidents = len(release.reports), len(release.incidents)
    out.print(f"{reports:,} reports, {len(release.readings):,} read, {incidents:,} incidents")
    out.print(f"Open them: harmledger serve {folder}", soft_wrap=True)


def incident_table(incidents: Sequence[Incident], *, wide: bool) -> Table:
    """The incidents with the most killed first, at most twenty, and how many more there are.

    Args:
        wide: Whether there is room for whole codes; else their ends stand for them, by which
            the pages find an incident too.
    """
    table = _table()
    table.padding = (0, 2 if wide else 1, 0, 0)
    table.add_column("incident", no_wrap=True)
    table.add_column("date", min_width=10)
    table.add_column("place", overflow="fold")
    for measure in MEASURES:
        table.add_column(measure.value, justify="right", no_wrap=True)
    table.add_column("grade", no_wrap=True)
    table.add_column("sources", justify="right", no_wrap=True)
    for one in sorted(incidents, key=_killed, reverse=True)[:SHOWN]:
        code = one.code if wide else one.code.rpartition("-")[2]
        table.add_row(code, *_row(one))
    more = len(incidents) - SHOWN
    if more > 0:
        table.add_row(f"and {more:,} more")
    return table


def total_table(sums: Iterable[Total], scheme: Scheme) -> Table:
    """Sums of low ends to sums of high ends: the headline grades, and every other grade apart."""
    table = _table()
    table.add_column("total")
    for measure in MEASURES:
        table.add_column(measure.value, justify="right")
    cells: dict[str, dict[Measure, str]] = {}
    for one in sums:
        if one.group == GROUPS[0] and one.measure in MEASURES and one.adds:
            cells.setdefault(one.part, {})[one.measure] = str(Range(one.low, one.high))
    for part, ranges in cells.items():
        table.add_row(total_name(part, scheme), *(ranges.get(measure, "") for measure in MEASURES))
    return table


def total_name(part: str, scheme: Scheme) -> str:
    """What a part of a total is called: "headline (confirmed and fair)", "weak"."""
    return f"headline ({scheme.together})" if part == HEADLINE else part.replace("_", " ")


def set_aside_table(tally: Tally) -> Table:
    """What was set aside and why, the commonest reason first."""
    table = _table()
    table.add_column("set aside", justify="right")
    table.add_column("by")
    table.add_column("because")
    ordered = sorted(tally.set_aside.items(), key=lambda item: (-item[1], item[0]))
    for (stage, reason), count in ordered:
        table.add_row(f"{count:,}", stage, reason)
    return table


def _table() -> Table:
    return Table(box=None, pad_edge=False, header_style="bold")


def _row(one: Incident) -> tuple[str, ...]:
    place = "" if one.place is None else one.place.name or one.place.words
    ranges = (_told(one, measure) for measure in MEASURES)
    days = _days(one.start, one.end)
    return (
        days,
        escape(place),
        *ranges,
        (one.grade or "").replace("_", " "),
        str(one.independent_sources),
    )


def _days(start: date | None, end: date | None) -> str:
    """One day, or the first and the last; "" where none was said."""
    return " to ".join(dict.fromkeys(str(day) for day in (start, end) if day is not None))


def _told(one: Incident, measure: Measure) -> str:
    """People, and households apart, which are no people; "" where nobody counts either."""
    nobody, figure = Range(None, None), _figure(one, measure)
    homes = [
        f"{each.range} households"
        for each in one.figures
        if (each.measure, each.group) == (measure, HOUSEHOLDS) and each.range != nobody
    ]
    unsaid = figure is None or (figure.range == nobody and len(homes) > 0)
    people = [] if unsaid or figure is None else [str(figure.range)]
    return "; ".join([*people, *homes])


def _figure(one: Incident, measure: Measure) -> Figure | None:
    found = {figure.group: figure for figure in one.figures if figure.measure is measure}
    return next((found[group] for group in GROUPS if group in found), None)


def _killed(one: Incident) -> tuple[int, str]:
    figure = _figure(one, Measure.KILLED)
    ends = (0, 0) if figure is None else (figure.high or 0, figure.low or 0)
    return max(ends), one.code
