"""The way through the rooms, on one screen: reports in, graded incidents out.

    ingest  files      -> reports                     (the doors call it: it reads files)
    extract a report   -> a reading: claims, accounts
    locate  a reading  -> the same, with places
    link    readings   -> incidents
    grade   incidents  -> the same, graded
    publish incidents  -> files                       (the doors call it: it writes files)

What stands between files is pure: no store, no door, no clock, no network.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from harmledger.extract import Reader, extract, readers
from harmledger.grade import BY, Concession, Scheme, dossiers, grade
from harmledger.grade import totals as add_up
from harmledger.link import Linked, Memory, link_on
from harmledger.locate import Gazetteer, default_gazetteer, doubts, locate
from harmledger.model import Incident, Judgement, Reading, Report, SetAside, Tombstone
from harmledger.publish import Release, TotalRow, protected
from harmledger.vocab.load import digest

Told = tuple[Report, Reading]
# Days are many and mostly hold one incident, whose row is in incidents.csv.
TAKEN_BY = ("", *(by for by in BY if by != "day"))


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What reading needs, loaded once per process: it takes a second, a report a few ms."""

    reader: Reader
    gazetteer: Gazetteer


def knowledge(*, gazetteers: Sequence[Path] = ()) -> Knowledge:
    """Load every grammar, the default gazetteer and the project's own gazetteer files.

    Raises:
        VocabularyError: A vocabulary or gazetteer file is wrong.
    """
    return Knowledge(readers(), default_gazetteer(extra=gazetteers))


def read(report: Report, known: Knowledge) -> Reading | SetAside:
    """Read one report and place what it tells of."""
    reading = extract(report, known.reader)
    return reading if isinstance(reading, SetAside) else placed(reading, report, known.gazetteer)


def placed(reading: Reading, report: Report, gazetteer: Gazetteer) -> Reading:
    """Find the places of a reading; the places that its report names besides help to choose."""
    return locate(reading, gazetteer, text=report.text)


def paired(reports: Iterable[Report], readings: Iterable[Reading]) -> list[Told]:
    """Each report with its reading, in the order of the reports; those without are left out."""
    by_report = {reading.report_id: reading for reading in readings}
    return [(one, by_report[one.report_id]) for one in reports if one.report_id in by_report]


def joined(
    told: Sequence[Told],
    judgements: Sequence[Judgement],
    marks: Mapping[str, str],
    *,
    memory: Memory | None = None,
    before: Iterable[Incident] = (),
    jobs: int = 1,
) -> Linked:
    """Join what reports tell into incidents, ungraded; the order of `told` means nothing.

    Args:
        marks: By report id, what changes whenever the report or its reading does.
        memory: Of the joining that made the incidents `before`; None to compare everything.
        jobs: Processes; the result is the same with any number.
    """
    return link_on(told, judgements, marks, memory=memory, before=before, jobs=jobs)


def unsure(told: Iterable[Told], sure: float) -> list[SetAside]:
    """Places of main incidents with a score below `sure`, told to be looked at; 0 tells of none."""
    return [one for _, reading in told for one in doubts(reading, sure)] if sure else []


def graded(incidents: Sequence[Incident], told: Sequence[Told], scheme: Scheme) -> list[Incident]:
    """Grade incidents by what their reports tell, in their order."""
    files = dossiers(incidents, told)
    return [grade(one, file, scheme) for one, file in zip(incidents, files, strict=True)]


def release(
    scheme: Scheme,
    *,
    reports: Sequence[Report] = (),
    readings: Sequence[Reading] = (),
    incidents: Sequence[Incident] = (),
    tombstones: Sequence[Tombstone] = (),
    set_aside: Sequence[SetAside] = (),
    conceded: Mapping[str, Sequence[Concession]] | None = None,
    totals: Sequence[TotalRow] | None = None,
    ledger: str = "",
    whole: bool = False,
    record: bool = False,
) -> Release:
    """Put together what goes out, stamped with the scheme and the vocabulary of now.

    Args:
        conceded: By incident id, what belligerents concede; None where nobody looked.
        totals: None for those of all incidents, taken by everything in `TAKEN_BY`.
        ledger: Number and hash of the ledger's last entry, where the numbers name it.
        whole: Whether nothing is withheld from the files made to be passed on.
        record: Whether the JSON Lines are the working record, which withholds nothing.
    """
    if totals is None:
        shown = protected(incidents, whole=whole)
        rows = (total_rows(shown, scheme, by, conceded) for by in TAKEN_BY)
        totals = [row for found in rows for row in found]
    return Release(
        reports,
        readings,
        incidents,
        set_aside,
        scheme.name,
        scheme.version,
        digest(),
        scheme.digest,
        totals,
        ledger,
        whole,
        tombstones,
        record,
    )


def total_rows(
    incidents: Sequence[Incident],
    scheme: Scheme,
    by: str = "",
    conceded: Mapping[str, Sequence[Concession]] | None = None,
) -> list[TotalRow]:
    """Totals as they are passed on, in the order of `totals`."""
    return [
        TotalRow(
            by=by,
            row=one.row,
            part=one.part,
            measure=one.measure,
            group=one.group,
            low=one.low,
            best=one.best,
            high=one.high,
            incidents=one.incidents,
            uncounted=one.uncounted,
            conceded=one.conceded,
            conceding=one.conceding,
            adds=one.adds,
        )
        for one in add_up(incidents, scheme, by=by, conceded=conceded)
    ]
