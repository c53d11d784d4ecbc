"""A project's record: reports go into its ledger, incidents come out of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from harmledger.batch import Item, read_all
from harmledger.changed import BEGUN, Changed, begun, made_by
from harmledger.decisions import Decisions, standing
from harmledger.grade import Scheme
from harmledger.ingest import ingest
from harmledger.items import current
from harmledger.ledger import Ledger
from harmledger.linking import keep, linked
from harmledger.model import Incident, Reading, Report, SetAside, Tombstone
from harmledger.model.codec import dump
from harmledger.naming import named
from harmledger.pipeline import graded, paired, release, unsure
from harmledger.publish import Release
from harmledger.timely import happened, published
from harmledger.view import conceded, decided

# Set aside anew each time incidents are settled.
SETTLING = frozenset({"locate", "link", "judge"})
# What a kill -9 can cost: this many reports have to be read again.
BATCH = 256

Read = tuple[Item, Reading | SetAside]


def take_in(
    ledger: Ledger, inputs: Sequence[Path], *, jobs: int = 1, gazetteers: tuple[Path, ...] = ()
) -> Iterator[Reading | SetAside]:
    """Read the inputs into the ledger and yield what was made of each, once it is written.

    What the ledger holds already is not written again. What was set aside when the same input
    was read before, and no longer is, is withdrawn; so is a reading that no longer comes about.

    Raises:
        VocabularyError: The vocabulary or a gazetteer file is wrong.
        WorkerError: A worker process died; what was read before stays written.
        LedgerError: The disk is full, another run writes to the ledger, or entries are gone.
    """
    ledger.require_whole()
    given = ingest(inputs, keep=ledger.archive.keep, apart=ledger.folder)
    found = read_all(given, jobs=jobs, gazetteers=gazetteers)
    read: set[str] = set()
    apart: set[str] = set()
    while batch := list(islice(found, BATCH)):
        ledger.archive.settle()
        batch = _write(ledger, batch)
        read |= {item.report_id for item, _ in batch if isinstance(item, Report)}
        apart |= {_key(outcome) for _, outcome in batch if isinstance(outcome, SetAside)}
        yield from (outcome for _, outcome in batch)
    _withdraw_what_changed(ledger, inputs, read, apart)


def bring_out(
    ledger: Ledger,
    scheme: Scheme,
    *,
    today: date,
    lasting_day: bool = False,
    sure: float | None = None,
    jobs: int = 1,
    say: Callable[[str], object] = str,
) -> Release:
    """Join and grade all that the ledger tells, write the incidents down, and give what goes out.

    People's decisions are applied each time: retracted reports and withdrawn claims count for
    nothing, judgements join and part, overrides stand in the scheme's place. Incidents keep the
    codes they bore; where one is gone its tombstone says where its reports went. Incidents that are
    no longer told are withdrawn; so is what is no longer set aside. Only incidents that changed, or
    whose reports or decisions did, are graded and written anew. Added reports are compared with
    their neighbours alone; where others are read otherwise or no more, all are.

    Args:
        today: The day of the run; what lies after it is set aside.
        lasting_day: Whether decisions after it are settled by that day too.
        sure: Places with a lower score are set aside for a person to look at, and stay where they
            are; 0 for none, None for what the last run asked for.
        jobs: Processes that link, where no thread runs beside; the result is the same for any.
        say: Told, at most once, why all is compared anew though something was kept.
    """
    ledger.require_whole()
    sure = last_sure(ledger) if sure is None else sure
    reports = current(ledger, Report)
    made = Decisions.of(ledger)
    readings = current(ledger, Reading)
    told, early = published(standing(paired(reports, readings), made), today)
    linkable, unhappened = happened(told, today)
    before = current(ledger, Incident)
    found = linked(ledger, linkable, made.judgements, before=before, readings=readings, jobs=jobs)
    if found.anew is not None:
        say(f"comparing all reports anew: {found.anew}")
    lasting = named(found.incidents, before, current(ledger, Tombstone), made.judgements)
    changed, stay = Changed.since_last_run(ledger, scheme).parted(lasting.incidents, before)
    ledger.append([(*BEGUN, begun(scheme))])
    anew = decided(graded(changed, told, scheme), told, scheme, made)
    now = stay | {one.incident_id: one for one in anew}
    incidents = [now[one.incident_id] for one in lasting.incidents]
    held_back = [
        *early,
        *unhappened,
        *found.set_aside,
        *unsure(told, sure),
        *made.set_aside(incidents),
    ]
    _replace(ledger, anew, lasting.tombstones, held_back, gone={*_ids(before)} - now.keys())
    going_out = release(
        scheme,
        reports=reports,
        readings=[reading for _, reading in told],
        incidents=incidents,
        tombstones=lasting.tombstones,
        set_aside=current(ledger, SetAside),
        conceded=conceded(incidents, told),
        record=True,
    )
    ledger.append([("scheme", scheme.name, {"version": scheme.version, "text": scheme.text})])
    asked = {"sure": sure, "today": today.isoformat() if lasting_day else None}
    ledger.append([("run", "last", _summary(going_out, scheme) | asked)])
    ledger.note_head()
    keep(ledger, found.memory)  # last: the ledger is whole without it
    return going_out


def settle(ledger: Ledger, scheme: Scheme, *, today: date, jobs: int = 1) -> Release:
    """Bring out anew after a decision, by the day that the last run named, else by today."""
    day = last_day(ledger)
    return bring_out(ledger, scheme, today=day or today, lasting_day=day is not None, jobs=jobs)


def last_day(ledger: Ledger) -> date | None:
    """The day that the last run was told to take for its own; None where it took that of the clock.

    Raises:
        ValueError: The ledger holds no day there.
    """
    asked = (ledger.get("run", "last") or {}).get("today")
    return date.fromisoformat(asked) if isinstance(asked, str) else None


def last_sure(ledger: Ledger) -> float:
    """The score below which the last run set places aside; 0 where it set none aside."""
    asked = (ledger.get("run", "last") or {}).get("sure", 0.0)
    return float(asked) if isinstance(asked, int | float) else 0.0


def _write(ledger: Ledger, batch: Sequence[Read]) -> list[Read]:
    """Write reports, readings and what was set aside, in their order, and give what was written.

    A report under an id that the ledger holds with another text is set aside.
    """
    held = ledger.pick("report", (one.report_id for one, _ in batch if isinstance(one, Report)))
    fitting = [_fitting(read, held) for read in batch]
    ledger.append(entry for read in fitting for entry in _entries(read, held))
    return fitting


def _fitting(read: Read, held: dict[str, dict[str, object]]) -> Read:
    item, _ = read
    if not isinstance(item, Report):
        return read
    before = held.get(item.report_id)
    if before is None or before["sha256"] == item.sha256 or before["text"] == item.text:
        return read
    why = (
        f"The ledger holds another text under the id {item.report_id!r}; "
        "give the corrected text an id of its own."
    )
    apart = SetAside(item.origin, "ingest", "id_repeated", why)
    return apart, apart


def _entries(
    read: Read, held: dict[str, dict[str, object]]
) -> Iterator[tuple[str, str, dict[str, object]]]:
    item, outcome = read
    if isinstance(item, Report):
        payload = dump(item)
        before = held.get(item.report_id, {})
        # The same report found elsewhere is the same report: where it first lay stays.
        if payload | {"origin": before.get("origin")} == before:
            payload = before
        yield "report", item.report_id, payload
    if isinstance(outcome, Reading):
        yield "reading", outcome.report_id, dump(outcome)
    else:
        yield "set_aside", _key(outcome), dump(outcome)


def _withdraw_what_changed(
    ledger: Ledger, inputs: Iterable[Path], read: set[str], apart: set[str]
) -> None:
    healed, unread = [], set()
    for one in current(ledger, SetAside):
        key = _key(one)
        if one.stage == "extract" and key in apart:
            unread.add(one.item)
        elif (one.stage == "extract" and one.item in read) or (
            one.stage == "ingest" and key not in apart and _within(one.item, inputs)
        ):
            healed.append(key)
    ledger.withdraw("set_aside", healed, because="read again without it")
    ledger.withdraw(
        "reading", ledger.pick("reading", unread), because="read again, and nothing was found"
    )


def _replace(
    ledger: Ledger,
    incidents: Sequence[Incident],
    tombstones: Sequence[Tombstone],
    apart: Sequence[SetAside],
    *,
    gone: Iterable[str],
) -> None:
    """Write incidents that changed, every tombstone, and what linking sets aside.

    Where an incident went is written before it goes: a run that is cut off loses no code.

    Args:
        gone: Ids of incidents that no report tells of any more, or that others took in.
    """
    ledger.append(("tombstone", one.code, dump(one)) for one in tombstones)
    ledger.append(("incident", one.incident_id, dump(one)) for one in incidents)
    ledger.append(("set_aside", _key(one), dump(one)) for one in apart)
    went = {one.incident_id: one for one in tombstones}
    for key in sorted(gone):
        ledger.withdraw("incident", [key], because=_went(went.get(key)))
    back = ledger.keys("tombstone") - {one.code for one in tombstones}
    ledger.withdraw("tombstone", sorted(back), because="its incident stands again")
    standing = {_key(one) for one in current(ledger, SetAside) if one.stage in SETTLING}
    healed = sorted(standing - {_key(one) for one in apart})
    ledger.withdraw("set_aside", healed, because="linked without it")


def _went(one: Tombstone | None) -> str:
    """Where an incident went, in a sentence."""
    if one is None or not one.to:
        return "no report tells of it any more"
    return f"now {' and '.join(one.to)}: {one.because}"


def _ids(incidents: Iterable[Incident]) -> Iterator[str]:
    return (one.incident_id for one in incidents)


def _summary(going_out: Release, scheme: Scheme) -> dict[str, object]:
    """What the last run made; it names no moment, so that the same again changes nothing."""
    return made_by(scheme) | {
        "reports": len(going_out.reports),
        "readings": len(going_out.readings),
        "incidents": len(going_out.incidents),
        "set_aside": len(going_out.set_aside),
    }


def _within(item: str, inputs: Iterable[Path]) -> bool:
    """Whether an item of ingest ("path" or "path:line") lies in one of the inputs."""
    return any(item == str(path) or item.startswith((f"{path}/", f"{path}:")) for path in inputs)


def _key(one: SetAside) -> str:
    return f"{one.stage}:{one.reason}:{one.item}"
