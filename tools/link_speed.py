"""How long linking takes on synthetic claims, and how much memory.

    python tools/link_speed.py [--claims 1000000] [--each 5] [--seed 1] [--add]

Each claim is the one claim of one report. An incident has a day, one of two thousand places, a
toll, a means and two victims' names; each of its reports tells these in words of its own, some a
day late, some without the place or with another toll. Prints seconds by stage and per claim, the
peak of memory, and how well the incidents were found again.
"""

import argparse
import gc
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from harmledger.batch import read_kept, write_kept
from harmledger.link import link, link_on, load_weights, pack, unpack
from harmledger.link.door import sound
from harmledger.link.table import table
from harmledger.model import (
    Account,
    Bound,
    Certainty,
    Claim,
    Count,
    Evidence,
    Figure,
    Group,
    Measure,
    People,
    Place,
    PlacePrecision,
    Polarity,
    Reading,
    Report,
    Scope,
    Source,
    SourceKind,
    Status,
    Weapon,
)

SYLLABLES = [one + two for one in "bdfghjklmnrstz" for two in ("a", "e", "i", "o", "u", "an", "ir")]
MEANS = ("airstrike", "shelling", "drone", "shooting", "car_bomb")
GROUP, SCOPE = Group(status=Status.CIVILIAN, people=People.ALL), Scope()
SOURCES = [Source(f"Post {n}", kind=SourceKind.WITNESS) for n in range(40)]
VERBS = ("hit", "struck", "fell on", "tore through", "landed on")
THINGS = ("a bakery", "a school yard", "two houses", "a market street", "a clinic", "a bus")


def word(chance: random.Random, many: int) -> str:
    """A made-up name."""
    return "".join(chance.choice(SYLLABLES) for _ in range(many)).capitalize()


def told(claims: int, each: int, seed: int) -> Iterator[tuple[Report, Reading]]:
    """Reports of invented incidents."""
    chance = random.Random(seed)
    places = [
        Place(
            name := word(chance, 3), name, f"own:{name}", chance.uniform(30, 37),
            chance.uniform(35, 48), PlacePrecision.TOWN, 0.9,
        )
        for _ in range(2000)
    ]  # fmt: skip
    weapons = [Weapon(code, code) for code in MEANS]
    for incident in range(claims // each):
        day = date(2012, 1, 1) + timedelta(days=chance.randrange(4000))
        place, weapon = chance.choice(places), chance.choice(weapons)
        toll, thing = chance.choice((1, 1, 2, 3, 5, 8, 12, 20, 40)), chance.choice(THINGS)
        victims = [f"{word(chance, 2)} {word(chance, 3)}" for _ in range(2)]
        for number in range(each):
            yield _report(chance, incident, number, day, place, weapon, toll, thing, victims)


def _report(
    chance: random.Random, incident: int, number: int, day: date, place: Place, weapon: Weapon,
    toll: int, thing: str, victims: Sequence[str],
) -> tuple[Report, Reading]:  # fmt: skip
    killed = max(0, toll + chance.choice((0, 0, 0, 0, 1, -1)))
    out = day + timedelta(days=chance.choice((0, 0, 1, 1, 2)))
    where = place if chance.random() < 0.9 else None
    names = f", among them {chance.choice(victims)}" if chance.random() < 0.7 else ""
    text = (
        f"{weapon.code.capitalize()} {chance.choice(VERBS)} {thing} in {place.words}, "
        f"{killed} people were killed{names}, a {word(chance, 2)} resident said."
    )
    name = f"r{incident}-{number}"
    claim = Claim(
        name, Measure.KILLED, GROUP, Count(killed, killed, Bound.EXACT, str(killed)), SCOPE,
        Polarity.AFFIRMED, Certainty.STATED, None, chance.choice(SOURCES), weapon, None, None, None,
        where, None, Evidence(0, 20, text[:20], "en"), "speed", 0.9,
    )  # fmt: skip
    ids = (claim.claim_id,)
    figure = Figure(Measure.KILLED, "all", killed, killed, ids)
    start = day if chance.random() < 0.8 else None
    account = Account(name, ids, start, start, where, (weapon,), (), (figure,))
    report = Report(
        name, name, "en", None, f"Wire {chance.randrange(300)}", out, None, text, "speed"
    )
    return report, Reading(name, (claim,), (account,), "speed")


def adding(given: argparse.Namespace) -> None:
    """Time what one more report costs where all others were compared and kept before."""
    weights = load_weights()
    every = list(told(given.claims + given.each, given.each, given.seed))
    before, last = every[: given.claims], every[-1]
    marks = {report.report_id: "as it was" for report, _ in every}
    with TemporaryDirectory() as folder:
        path = Path(folder, "linked.kept")
        linked = link_on(before, (), marks, jobs=given.jobs)
        write_kept(pack(linked.memory, ""), path)
        began = time.process_time()
        table(sound([last], weights)[0], weights.extent)  # a process reads the word lists once
        lists = time.process_time() - began
        gc.collect()
        gc.freeze()
        began, busy = time.perf_counter(), time.process_time()
        whole = read_kept(path)
        assert whole is not None
        memory = unpack(whole, "")
        assert memory is not None
        read = time.perf_counter() - began
        later = link_on([*before, last], (), marks, memory=memory, before=linked.incidents)
        wall, cpu = time.perf_counter() - began, time.process_time() - busy
        began = time.perf_counter()
        write_kept(pack(later.memory, ""), path)
        size, saving = path.stat().st_size / 2**20, time.perf_counter() - began
    made = set(later.incidents) - set(linked.incidents)
    print(
        f"1 report added to {given.claims:,}: {wall:.2f} s wall, {cpu:.2f} s of processor, of it "
        f"{read:.2f} s to open what was kept; {len(made)} incidents are other than before; "
        f"{lists:.2f} s for the word lists before, once a process; {size:.0f} MiB kept in "
        f"{saving:.2f} s"
    )


@contextmanager
def watched() -> Iterator[Callable[[], int]]:
    """Give, afterwards, the most kilobytes that this process and its workers held together."""
    context = get_context("spawn")
    found = context.Value("q", 0)
    watcher = context.Process(target=_watch, args=(os.getpid(), found), daemon=True)
    watcher.start()
    try:
        yield lambda: max(int(found.value), _held(str(os.getpid())))
    finally:
        watcher.kill()
        watcher.join()


def _watch(parent: int, found: Any) -> None:
    while True:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        ours = {str(parent), *children} - {str(os.getpid())}
        found.value = max(found.value, sum(map(_held, ours)))
        time.sleep(1)


def _held(process: str) -> int:
    """Kilobytes, of pages shared with others a share; 0 once the process has ended."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:"))


def main(arguments: Sequence[str]) -> None:
    """Read the arguments, make, link and print."""
    summary, usage = (__doc__ or "").split("\n\n", 1)
    parser = argparse.ArgumentParser(
        description=summary, epilog=usage, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--each", type=int, default=5, help="claims of one incident")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--add", action="store_true", help="time one more report instead")
    given = parser.parse_args(arguments)
    if given.add:
        adding(given)
        return
    every = list(told(given.claims, given.each, given.seed))
    gc.collect()
    gc.freeze()  # the input is no garbage: nothing is gained by looking through it again
    began, busy = time.perf_counter(), sum(os.times()[:4])
    with watched() as peak:
        incidents, apart = link(every, jobs=given.jobs)
    wall, cpu = time.perf_counter() - began, sum(os.times()[:4]) - busy
    print(
        f"{given.claims:,} claims in {given.claims // given.each:,} incidents, {given.jobs} jobs: "
        f"{wall:.1f} s wall, {cpu:.1f} s of processor, {cpu / given.claims * 1e6:.1f} us a claim, "
        f"peak {peak() / 2**20:.2f} GiB"
    )
    whole = Counter(
        len({report.split("-")[0] for report in one.reports}) == 1
        and len(one.reports) == given.each
        for one in incidents
    )
    print(f"{len(incidents):,} incidents found, {whole[True]:,} whole and pure; {len(apart)} apart")


if __name__ == "__main__":
    main(sys.argv[1:])
