"""Names that last: which incident bears which code of before, and where the others went.

Linking makes every incident anew, and names each by itself. What people have cited must still lead
to it: a code stays with the incident that holds most of what it stood for, and names no other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from harmledger.model import Incident, Judgement, Tombstone, Verdict, report_of

LENGTHS = (4, 8, 16)  # signs of the id in a code; more where a code is taken


@dataclass(frozen=True, slots=True)
class Named:
    """Incidents with lasting names, by id; and where the other names went, by code."""

    incidents: list[Incident]
    tombstones: list[Tombstone]


@dataclass(frozen=True, slots=True)
class Line:
    """What one code has stood for.

    Attributes:
        live: Whether an incident bore it when the ledger was last settled.
        accounts: Of the incident when it last stood.
        parted: Accounts that left it before.
    """

    code: str
    incident_id: str
    live: bool
    accounts: frozenset[str]
    parted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Now:
    """The incidents of now, found by their accounts.

    Attributes:
        at: Number of the incident that holds each account.
        anew: By report, the numbers of the incidents that hold its accounts, where the report was
            read anew so that none of its accounts bears an id of before.
    """

    incidents: Sequence[Incident]
    at: Mapping[str, int]
    anew: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, incidents: Sequence[Incident], lines: Iterable[Line]) -> "Now":
        """Of incidents, before the names that once stood."""
        at = {account: n for n, one in enumerate(incidents) for account in one.accounts}
        known = {account for line in lines for account in (*line.accounts, *line.parted)}
        steady = {report_of(account) for account in known & at.keys()}
        anew: dict[str, list[int]] = defaultdict(list)
        for account, n in at.items():
            if (report := report_of(account)) not in steady:
                anew[report].append(n)
        return cls(incidents, at, anew)

    def holding(self, accounts: Iterable[str]) -> Counter[int]:
        """How many of the accounts each incident holds; those that nothing tells are left out."""
        found: Counter[int] = Counter()
        for account in accounts:
            if account in self.at:
                found[self.at[account]] += 1
            else:
                found.update(self.anew.get(report_of(account), ()))
        return found


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Judgements by each of their two accounts."""

    by_account: Mapping[str, Sequence[Judgement]] = field(default_factory=dict)

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> "Verdicts":
        """Of judgements, in the order of their accounts."""
        found: dict[str, list[Judgement]] = defaultdict(list)
        for one in sorted(judgements, key=lambda one: (one.left, one.right, one.at)):
            found[one.left].append(one)
            found[one.right].append(one)
        return cls(found)

    def between(
        self, verdict: Verdict, ours: Iterable[str], theirs: Iterable[str]
    ) -> Judgement | None:
        """The first that says so of an account of each side; None where nobody judged."""
        there = frozenset(theirs)
        for account in sorted(ours):
            for one in self.by_account.get(account, ()):
                other = one.right if one.left == account else one.left
                if one.verdict is verdict and other in there:
                    return one
        return None


def named(
    fresh: Sequence[Incident],
    before: Iterable[Incident],
    tombstones: Iterable[Tombstone],
    judgements: Iterable[Judgement] = (),
) -> Named:
    """Give incidents the names that they bore before, and say where the other names went.

    A code goes to the incident that holds the most of what it last stood for; of several codes the
    one that stands for most is kept, and what is gone comes back where most of it stands together
    again. Applied to its own result it changes nothing.

    Args:
        fresh: As linking names them, or as they were held where it left them alone.
        before: The ledger's incidents.
        tombstones: The ledger's.
        judgements: Those that hold.
    """
    lines = _lines(before, tombstones)
    fresh = sorted(fresh, key=lambda one: one.incident_id)
    now = Now.of(fresh, lines)
    heirs = _heirs(lines, now)
    names = _names(fresh, {n: lines[at] for n, at in heirs.items()}, lines)
    borne = [_bearing(one, *name, one.former_codes) for one, name in zip(fresh, names, strict=True)]
    now = replace(now, incidents=borne)
    found = _tombstones(lines, heirs, now, Verdicts.of(judgements))
    former: dict[str, list[str]] = defaultdict(list)
    for stone in found:
        for code in () if stone.lives else stone.to:
            former[code].append(stone.code)
    bearing = [
        _bearing(one, one.incident_id, one.code, tuple(former.get(one.code, ()))) for one in borne
    ]
    return Named(sorted(bearing, key=lambda one: one.incident_id), found)


def _lines(before: Iterable[Incident], tombstones: Iterable[Tombstone]) -> list[Line]:
    """Every code that was ever borne, in code point order."""
    parted = {one.code: one for one in tombstones}
    found = {
        one.code: Line(
            one.code,
            one.incident_id,
            True,
            frozenset(one.accounts),
            frozenset(parted[one.code].parted) if one.code in parted else frozenset(),
        )
        for one in before
    }
    for code, one in parted.items():
        if code not in found:
            accounts, left = frozenset(one.accounts), frozenset(one.parted)
            found[code] = Line(code, one.incident_id, False, accounts, left)
    return [found[code] for code in sorted(found)]


def _heirs(lines: Sequence[Line], now: Now) -> dict[int, int]:
    """For the number of an incident that bears an old code, the number of its line."""
    bids = []
    for at, line in enumerate(lines):
        for n, many in now.holding(line.accounts).items():
            if line.live or 2 * many > len(line.accounts):
                other = now.incidents[n].incident_id != line.incident_id
                bids.append((not line.live, -many, other, line.code, at, n))
    heirs: dict[int, int] = {}
    given: set[int] = set()
    for *_, at, n in sorted(bids):
        if at not in given and n not in heirs:
            heirs[n] = at
            given.add(at)
    return heirs


def _names(
    fresh: Sequence[Incident], heirs: Mapping[int, Line], lines: Iterable[Line]
) -> Iterator[tuple[str, str]]:
    """Id and code of each: those of its line, else its own as far as they are free."""
    known = list(lines)
    ids, codes = {line.incident_id for line in known}, {line.code for line in known}
    for n, one in enumerate(fresh):
        if n in heirs:
            yield heirs[n].incident_id, heirs[n].code
            continue
        incident_id = _free_id(one.incident_id, ids)
        stem = one.code.rpartition("-")[0]
        # From the shortest on, whatever linking gave: it doesn't see all names that are borne.
        longer = (f"{stem}-{incident_id[:length]}" for length in LENGTHS)
        code = next(name for name in longer if name not in codes)
        ids.add(incident_id)
        codes.add(code)
        yield incident_id, code


def _bearing(one: Incident, incident_id: str, code: str, former: tuple[str, ...]) -> Incident:
    """The very incident where it bears these names: of many nearly all do."""
    if (one.incident_id, one.code, one.former_codes) == (incident_id, code, former):
        return one
    return replace(one, incident_id=incident_id, code=code, former_codes=former)


def _free_id(incident_id: str, taken: set[str]) -> str:
    """The id, or one derived from it where another incident keeps it."""
    found, turn = incident_id, 1
    while found in taken:
        turn += 1
        found = sha256(f"{incident_id} {turn}".encode()).hexdigest()[: len(incident_id)]
    return found


def _tombstones(
    lines: Sequence[Line], heirs: Mapping[int, int], now: Now, verdicts: Verdicts
) -> list[Tombstone]:
    """For each code that is gone or was parted, by code."""
    bearer = {at: n for n, at in heirs.items()}
    # What comes back under its own code was not parted from anything.
    back = {n for n, at in heirs.items() if not lines[at].live}
    found = []
    for at, line in enumerate(lines):
        if at not in bearer:
            found.append(_gone(line, now, verdicts))
        elif (stone := _parted(line, bearer[at], now, back, verdicts)) is not None:
            found.append(stone)
    return found


def _gone(line: Line, now: Now, verdicts: Verdicts) -> Tombstone:
    held = now.holding(line.accounts | line.parted)
    to = sorted(held, key=lambda n: (-held[n], now.incidents[n].code))
    there = [account for n in to for account in now.incidents[n].accounts]
    others = frozenset(there) - line.accounts
    judged = verdicts.between(Verdict.SAME, line.accounts & frozenset(there), others)
    if not to:
        because = "no report that counts tells of it any more"
    elif judged is not None:
        because = _said(judged, "one with what took its place")
    else:
        because = "its reports are held to tell of the same as others"
    return _stone(line, [now.incidents[n].code for n in to], because, judged, line.parted)


def _parted(
    line: Line, bearer: int, now: Now, back: set[int], verdicts: Verdicts
) -> Tombstone | None:
    """None where nothing ever left the incident; what came back since may leave again."""
    ours = now.incidents[bearer]
    lost = {
        account
        for account in line.accounts
        if (n := now.at.get(account, bearer)) != bearer and n not in back
    }
    left = line.parted | lost
    held = now.holding(left)
    if not left:
        return None
    away = sorted(held.keys() - {bearer}, key=lambda n: (-held[n], now.incidents[n].code))
    judged = verdicts.between(Verdict.NOT_SAME, left, ours.accounts) if away else None
    if not away:
        because = "what had left it is in it again, or no longer told"
    elif judged is not None:
        because = _said(judged, "not one")
    else:
        because = "some of its reports are held to tell of another incident"
    codes = [ours.code, *(now.incidents[n].code for n in away)]
    living = replace(line, accounts=frozenset())
    return _stone(living, codes, because, judged, left)


def _stone(
    line: Line, to: Sequence[str], because: str, judged: Judgement | None, parted: frozenset[str]
) -> Tombstone:
    return Tombstone(
        code=line.code,
        incident_id=line.incident_id,
        to=tuple(to),
        because=because,
        judgement=None if judged is None else f"{judged.left} {judged.right}",
        accounts=tuple(sorted(line.accounts)),
        parted=tuple(sorted(parted)),
    )


def _said(one: Judgement, what: str) -> str:
    return f"{one.by} judged them {what} on {one.at:%Y-%m-%d}: {one.because}"
