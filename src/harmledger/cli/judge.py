"""What people decide: same or not, a grade or figure of their own, what counts for nothing."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from getpass import getuser
from pathlib import Path
from typing import TypeVar

import click

from harmledger import deciding, decisions
from harmledger.cli.options import NEEDED_FOLDER, cores
from harmledger.cli.screen import GROUPS, MEASURES, console
from harmledger.grade import GROUPS as FIGURE_GROUPS
from harmledger.grade import Scheme, figure_of
from harmledger.items import current
from harmledger.ledger import Ledger
from harmledger.model import Gone, Incident, SetAside, Verdict
from harmledger.model.decision import GRADE
from harmledger.publish import publish
from harmledger.record import settle
from harmledger.saying import past
from harmledger.view import last_scheme

Command = TypeVar("Command", bound=Callable[..., object])
BECAUSE = click.option("--because", required=True, help="Why; a decision needs its reason.")
BY = click.option("--by", default=getuser, show_default="you", help="Who decides.")
LATER = click.option(
    "--later", is_flag=True, help="Write it down alone; the next run or decision applies it."
)
MOST = 1_000_000_000
RANGE = re.compile(r"(?P<low>\d+)(?:-(?P<high>\d+))?|at least (?P<least>\d+)|up to (?P<most>\d+)")
VERDICTS = {"same": Verdict.SAME, "not-same": Verdict.NOT_SAME, "unsure": Verdict.UNSURE}


def _decision(command: Command) -> Command:
    return BECAUSE(BY(LATER(command)))


@click.group()
def judge() -> None:
    """Decide what a machine can't: beside the data, with a reason, undone by a new entry.

    Each decision is written into the ledger, the incidents are settled anew, and the files in
    FOLDER with them. The log keeps every decision and what it changed.
    """


def _verdict(name: str, says: str) -> None:
    @judge.command(name, help=says)
    @NEEDED_FOLDER
    @click.argument("one")
    @click.argument("other")
    @_decision
    def command(folder: Path, one: str, other: str, because: str, by: str, later: bool) -> None:
        def decide(ledger: Ledger) -> None:
            made = deciding.judge(ledger, one, other, VERDICTS[name], by=by, because=because)
            click.echo(f"{len(made)} pair{'s' if len(made) > 1 else ''} judged {name}")

        _settled(folder, decide, later=later)


_verdict("same", "ONE and OTHER (incidents or reports) tell of one incident: they are joined.")
_verdict(
    "not-same",
    "ONE and OTHER tell of two incidents: a report is parted from the others of its own.",
)
_verdict("unsure", "Take back what was judged of ONE and OTHER: the machine's own weights count.")


@judge.command()
@NEEDED_FOLDER
@click.argument("incident")
@click.argument("to")
@_decision
def grade(folder: Path, incident: str, to: str, because: str, by: str, later: bool) -> None:
    """Give INCIDENT the grade TO, whatever the scheme gives."""

    def decide(ledger: Ledger) -> None:
        grades = [step.grade for step in last_scheme(ledger).steps]
        if to not in grades:
            raise click.UsageError(f"no grade {to!r} in the scheme; known are {', '.join(grades)}")
        deciding.override(ledger, incident, GRADE, by=by, because=because, grade=to)

    _settled(folder, decide, later=later)


@judge.command()
@NEEDED_FOLDER
@click.argument("incident")
@click.argument("subject")
@click.argument("range_", metavar="RANGE")
@_decision
def figure(
    folder: Path, incident: str, subject: str, range_: str, because: str, by: str, later: bool
) -> None:
    """Set a figure of INCIDENT: SUBJECT as killed:civilian, RANGE as 3, 3-7 or "at least 3"."""
    found = RANGE.fullmatch(range_.strip())
    if found is None:
        raise click.UsageError(f"{range_!r} is no range; write 3, 3-7, 'at least 3' or 'up to 7'")
    low, high = _ends(found)
    if figure_of(subject) is None:
        raise click.UsageError(f"{subject!r} is no figure; {_remedy(subject)}")
    if low is not None and high is not None and high < low:
        raise click.UsageError(f"{range_!r} ends below where it begins")
    if max(low or 0, high or 0) > MOST:
        raise click.UsageError(f"{range_!r} is more people than any incident can touch")

    def decide(ledger: Ledger) -> None:
        deciding.override(ledger, incident, subject, by=by, because=because, low=low, high=high)

    _settled(folder, decide, later=later)


@judge.command()
@NEEDED_FOLDER
@click.argument("claim")
@_decision
def withdraw(folder: Path, claim: str, because: str, by: str, later: bool) -> None:
    """Withdraw the CLAIM of that id: it stays readable and counts for nothing."""
    _settled(
        folder,
        lambda ledger: deciding.retract(ledger, Gone.CLAIM, claim, by=by, because=because),
        later=later,
    )


@judge.command()
@NEEDED_FOLDER
@click.argument("report")
@_decision
def retract(folder: Path, report: str, because: str, by: str, later: bool) -> None:
    """Retract the REPORT of that id: it stays readable and nothing in it counts."""
    _settled(
        folder,
        lambda ledger: deciding.retract(ledger, Gone.REPORT, report, by=by, because=because),
        later=later,
    )


@judge.command()
@NEEDED_FOLDER
@click.argument("number", type=click.IntRange(min=1))
@_decision
def undo(folder: Path, number: int, because: str, by: str, later: bool) -> None:
    """Take back the decision of that NUMBER, as `judge list` gives it."""
    _settled(
        folder,
        lambda ledger: deciding.undo(ledger, number, by=by, because=because),
        later=later,
    )


@judge.command("list")
@NEEDED_FOLDER
def list_(folder: Path) -> None:
    """Show every decision ever made, its number first; what no longer holds is marked."""
    ledger = Ledger.open(folder, create=False)
    found = past(ledger)
    for one in found:
        mark = "" if one.holds or one.made is None else "(no longer holds) "
        why = f"{one.by}: {one.because}"
        click.echo(f"{one.entry.seq:>6}  {one.entry.at:%Y-%m-%d}  {mark}{one.said} ({why})")
    click.echo(f"{sum(one.holds for one in found)} of {len(found)} entries hold")
    _unsettled(current(ledger, SetAside))


def _remedy(subject: str) -> str:
    """How to write the figure that was meant."""
    whole = f"{subject.strip().partition(':')[0].casefold().replace(' ', '_')}:all"
    example = whole if figure_of(whole) else "killed:civilian"
    return f"write as in {example}; groups are {', '.join(FIGURE_GROUPS)}"


def _ends(found: re.Match[str]) -> tuple[int | None, int | None]:
    if found["low"] is not None:
        return int(found["low"]), int(found["high"] or found["low"])
    if found["least"] is not None:
        return int(found["least"]), None
    return None, int(found["most"])


def _settled(folder: Path, decide: Callable[[Ledger], object], *, later: bool) -> None:
    """Write a decision down, settle the incidents anew and say what has changed."""
    ledger = Ledger.open(folder, create=False)
    scheme = last_scheme(ledger)
    before = current(ledger, Incident)
    decide(ledger)
    if later:
        click.echo("written; the next run or decision applies it")
        return
    going_out = settle(ledger, scheme, today=deciding.today(), jobs=cores())
    publish(going_out, folder)
    _say(before, going_out.incidents, scheme)
    _unsettled(going_out.set_aside)


def _say(before: Sequence[Incident], after: Sequence[Incident], scheme: Scheme) -> None:
    # Weights of links shift a little with every report; that changes no incident.
    old, new = (
        {one.incident_id: replace(one, links=()) for one in all_} for all_ in (before, after)
    )
    changed = sorted(key for key in old.keys() | new.keys() if old.get(key) != new.get(key))
    screen = console()
    for key in changed:
        one = new.get(key) or old[key]
        was = _brief(old[key]) if key in old else "not there"
        now = _brief(new[key]) if key in new else "gone"
        screen.print(f"{one.code}: {was} -> {now}", markup=False, soft_wrap=True)
    screen.print(f"changed: {len(changed)}; incidents now: {len(new):,}; scheme {scheme.name}")


def _unsettled(apart: Iterable[SetAside]) -> None:
    """Decisions that contradict each other, or that nothing stands for any more."""
    for one in apart:
        if one.reason in decisions.UNSETTLED:
            console().print(f"to be settled: {one.detail}", markup=False, soft_wrap=True)


def _brief(one: Incident) -> str:
    figures = {(each.measure, each.group): each.range for each in one.figures}
    shown = [
        f"{figures[measure, group]} {measure}"
        for measure in MEASURES
        if (group := next((g for g in GROUPS if (measure, g) in figures), None)) is not None
    ]
    return ", ".join(
        [*shown, f"{one.grade}", f"{len(one.reports)} report{'s' if len(one.reports) != 1 else ''}"]
    )
