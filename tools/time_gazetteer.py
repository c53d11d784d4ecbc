"""Time a gazetteer of GeoNames' size: `python tools/time_gazetteer.py 12000000`.

Writes a made-up dump of so many rows, with names as many and as long as GeoNames has, loads it and
asks for names; prints what each takes. Needs about 5 GB of disk in the folder that it is given.
"""

import argparse
import random
import resource
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from harmledger.locate import Gazetteer, build
from harmledger.locate.gazetteer.dump import dump_rows

BEGINS = ("Kafr", "Bayt", "Tall", "San", "Nova", "Sankt", "Ban", "Kampung", "Lac", "Mount", "Wadi")
PARTS = tuple(first + last for first in "bdfghjklmnprstvz" for last in ("a", "e", "in", "or", "u"))
KINDS = (("P", "PPL", 45), ("H", "STM", 20), ("T", "HLL", 14), ("S", "HTL", 18), ("L", "LCTY", 3))
COUNTRIES = ("CN", "US", "IN", "NO", "MX", "ID", "RU", "PK", "IR", "AF", "IQ", "SY", "YE", "SD")
WITH_ALTERNATES = 0.25  # of GeoNames' rows, with three names on average
ASKED = 20_000


def main() -> None:
    """Write, load, ask, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("rows", type=int)
    options.add_argument("--folder", type=Path, help="where the files go; a temporary one if not")
    chosen = options.parse_args()
    with TemporaryDirectory(dir=chosen.folder) as folder:
        dump, index = Path(folder, "all.txt"), Path(folder, "all.sqlite")
        with dump.open("w", encoding="utf-8") as out:
            out.writelines(_lines(chosen.rows))
        print(f"dump   {chosen.rows:,} rows, {dump.stat().st_size / 2**20:,.0f} MB")
        used = resource.getrusage(resource.RUSAGE_SELF)
        before = used.ru_utime + used.ru_stime
        start = time.perf_counter()
        build([dump_rows(dump)], index)
        took = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        spent = sum(
            part.ru_utime + part.ru_stime
            for part in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        )
        print(f"work   {spent - before:,.0f} s of processor time, over the cores that there are")
        print(f"load   {took:,.0f} s, {index.stat().st_size / 2**20:,.0f} MB, {peak:.1f} GiB peak")
        start = time.perf_counter()
        gazetteer = Gazetteer.open(index)
        print(f"open   {(time.perf_counter() - start) * 1000:.1f} ms")
        _ask(gazetteer, random.Random(2))


def _ask(gazetteer: Gazetteer, chance: random.Random) -> None:
    names = [_name(chance) for _ in range(ASKED)]
    took = []
    for name in names:
        start = time.perf_counter()
        gazetteer.lookup(name)
        took.append((time.perf_counter() - start) * 1000)
    took.sort()
    print(f"ask    {sum(took) / ASKED:.3f} ms on average, {took[int(ASKED * 0.99)]:.3f} ms in 99 %")


def _lines(rows: int) -> Iterator[str]:
    chance = random.Random(1)
    kinds = [kind for kind in KINDS for _ in range(kind[2])]
    for number in range(1, rows + 1):
        feature, code, _ = chance.choice(kinds)
        name = _name(chance)
        has_more = chance.random() < WITH_ALTERNATES
        others = ",".join(_name(chance) for _ in range(3)) if has_more else ""
        people = chance.choice((0, 0, 0, 700, 12_000)) if feature == "P" else 0
        yield (
            f"{number}\t{name}\t{name}\t{others}\t{chance.uniform(-60, 75):.5f}\t"
            f"{chance.uniform(-180, 180):.5f}\t{feature}\t{code}\t{chance.choice(COUNTRIES)}\t\t"
            f"{chance.randrange(40):02}\t{chance.randrange(4000)}\t\t\t{people}\t\t0\tUTC\t2020-01-01\n"
        )


def _name(chance: random.Random) -> str:
    word = "".join(chance.choices(PARTS, k=chance.choice((3, 4, 4)))).capitalize()
    return f"{chance.choice(BEGINS)} {word}" if chance.random() < 0.5 else word


if __name__ == "__main__":
    main()
