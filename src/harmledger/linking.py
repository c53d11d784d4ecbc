"""Link a ledger's reports, and go on from what the last linking left in the ledger's folder."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from harmledger.batch import read_kept, write_kept
from harmledger.decisions import Told
from harmledger.ledger import Ledger
from harmledger.link import Linked, Memory, pack, unpack
from harmledger.model import Incident, Judgement, Reading
from harmledger.model.codec import dump
from harmledger.pipeline import joined

# It may be taken away at any time: then all is compared anew.
FILE = "linked.kept"
OTHERWISE = "the program, its vocabulary or the incidents are not what they were kept for"


def linked(
    ledger: Ledger,
    told: Sequence[Told],
    judgements: Sequence[Judgement],
    *,
    before: Iterable[Incident],
    readings: Iterable[Reading],
    jobs: int,
) -> Linked:
    """Link what is told; to be kept with `keep` once its incidents are written down.

    Args:
        told: What the ledger holds, without what decisions and the day take out.
        before: The ledger's incidents.
        readings: The ledger's, as they were read from it.
        jobs: Processes; the result is the same with any number.
    """
    memory, marks = _held(ledger, _stamp(ledger)), dict(_marks(ledger, told, readings))
    found = joined(told, judgements, marks, memory=memory, before=before, jobs=jobs)
    lost = memory is None and (ledger.folder / FILE).exists()
    return replace(found, anew=OTHERWISE) if lost else found


def keep(ledger: Ledger, memory: Memory) -> None:
    """Leave what was compared for the next linking: numbers alone, no text and no names.

    Raises:
        OSError: The disk is full or not writable; names the file. The ledger is whole without it.
    """
    stamp = _stamp(ledger)
    held = _held(ledger, stamp)
    if held is None or not memory.is_as(held):
        write_kept(pack(memory, stamp), ledger.folder / FILE)


def _held(ledger: Ledger, stamp: str) -> Memory | None:
    whole = read_kept(ledger.folder / FILE)
    return None if whole is None else unpack(whole, stamp)


def _stamp(ledger: Ledger) -> str:
    """Names the ledger's incidents as they stand: what is kept holds good beside these alone."""
    found = sha256()
    for key, digest in sorted(ledger.digests("incident").items()):
        found.update(f"{key} {digest}\n".encode())
    return found.hexdigest()


def _marks(
    ledger: Ledger, told: Iterable[Told], readings: Iterable[Reading]
) -> Iterator[tuple[str, str]]:
    """By report id the digests of the report and of what counts of its reading."""
    of_report, of_reading = ledger.digests("report"), ledger.digests("reading")
    whole: Mapping[str, Reading] = {one.report_id: one for one in readings}
    for report, reading in told:
        # Decisions and the day make another reading of one; what they leave alone is the same one.
        cut = reading is not whole[report.report_id]
        read = json.dumps(dump(reading)) if cut else of_reading[report.report_id]
        yield report.report_id, f"{of_report[report.report_id]} {read}"
