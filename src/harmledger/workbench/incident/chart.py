"""A range chart: one line per source, laid out here and drawn by a template as SVG.

Places along the axis are per cent of the width, so that the chart fits any screen while its
letters keep their size.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, log10

from harmledger.model import Figure, Polarity, Range, ScopeKind
from harmledger.workbench.incident.claims import Told
from harmledger.workbench.words import direction, people, speaker

# Per cent of the width: where nought stands, and where the greatest count does.
LEFT, RIGHT = 3.0, 74.0
LINE, HEAD, FOOT = 46, 8, 26  # height in pixels
OPEN = 7.0  # how far an open end's arrow reaches, in per cent
ROOM, MIDDLE = 60.0, 40.0
LABEL = 44  # characters, what a phone has room for
TICKS, FEWER = 4, 2
LONG = 100_000  # from here on numbers take so much room that half as many stand


@dataclass(frozen=True, slots=True)
class Bar:
    """One source's count.

    Attributes:
        label: Publisher, source, and what sets the count apart ("denied"), cut where long.
        low: Per cent, or None where the source gives no lower end.
        high: Per cent, or None where it gives no upper end.
        start: Where the stroke begins, in per cent; beyond the stated end where that is open.
        end: Where it ends.
        top: Pixels from the chart's top to the bar's row.
        said: The range in words.
    """

    label: str
    lang: str
    claim_id: str
    low: float | None
    high: float | None
    start: float
    end: float
    top: int
    said: str
    denied: bool

    @property
    def known(self) -> bool:
        """Whether the source gives a number at all."""
        return self.low is not None or self.high is not None

    @property
    def dot(self) -> float | None:
        """Where the two ends are one."""
        return self.low if self.low is not None and self.low == self.high else None

    @property
    def before(self) -> bool:
        """Whether the words stand before the stroke, since behind it a phone has no room."""
        return self.end > ROOM and self.start > MIDDLE

    @property
    def center(self) -> float:
        """The middle of the stroke, in per cent."""
        return round((self.start + self.end) / 2, 2)

    @property
    def rtl(self) -> bool:
        """Whether the label is written from right to left."""
        return direction(self.lang) == "rtl"

    @property
    def middle(self) -> int:
        """Where the stroke stands, in pixels from the chart's top."""
        return self.top + 29


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of one measure.

    Attributes:
        said: The incident's range in words.
        band: Where the incident's range begins and ends, in per cent; None where unknown.
        ticks: Place in per cent and words of each line of the grid.
        left_out: How many counts are not drawn, since they count more or less than the incident.
    """

    measure: str
    said: str
    band: tuple[float, float] | None
    ticks: tuple[tuple[float, str], ...]
    bars: tuple[Bar, ...]
    left_out: int

    @property
    def height(self) -> int:
        """In pixels."""
        return HEAD + LINE * len(self.bars) + FOOT

    @property
    def foot(self) -> int:
        """Where the grid ends, in pixels from the top."""
        return HEAD + LINE * len(self.bars)

    @property
    def known(self) -> bool:
        """Whether any source gives a number."""
        return any(bar.known for bar in self.bars)

    @property
    def band_width(self) -> float:
        """In per cent."""
        return 0.0 if self.band is None else round(self.band[1] - self.band[0], 2)


def chart(figure: Figure, claims: Iterable[Told]) -> Chart:
    """Lay out a figure above the counts that sources give of its measure."""
    whole = list(claims)
    told = [each for each in whole if _drawn(each, figure)]
    ranges = [figure.range, *(each.claim.count.range for each in told if each.claim.count)]
    ends = [end for each in ranges for end in (each.low, each.high) if end is not None]
    most = max([1, *ends])
    ticks = tuple((_at(value, most), f"{value:,}") for value in grid(most))
    bars = tuple(_bar(each, most, HEAD + LINE * row) for row, each in enumerate(told))
    measure = figure.measure.replace("_", " ")
    band, left_out = _band(figure.range, most), len(whole) - len(told)
    return Chart(measure, people(figure.range), band, ticks, bars, left_out)


def _drawn(told: Told, figure: Figure) -> bool:
    claim = told.claim
    return claim.scope.kind is ScopeKind.INCIDENT or claim.claim_id in figure.claims


def grid(most: int) -> list[int]:
    """Round numbers from nought up to the greatest count: steps of 1, 2 or 5 times a power of 10.

    Whole people only.
    """
    rough = max(1.0, most / (FEWER if most >= LONG else TICKS))
    power = 10 ** floor(log10(rough))
    step = int(next(power * by for by in (1, 2, 5, 10) if power * by >= rough))
    return [*range(0, most + 1, step)]


def _at(value: int, most: int) -> float:
    return round(LEFT + (RIGHT - LEFT) * value / most, 2)


def _band(whole: Range, most: int) -> tuple[float, float] | None:
    if whole == Range(None, None):
        return None
    start = LEFT if whole.low is None else _at(whole.low, most)
    return start, _at(most, most) + OPEN if whole.high is None else _at(whole.high, most)


def _bar(told: Told, most: int, top: int) -> Bar:
    count, claim = told.claim.count, told.claim
    assert count is not None
    low = None if count.low is None else _at(count.low, most)
    high = None if count.high is None else _at(count.high, most)
    known = [end for end in (low, high) if end is not None]
    label = " · ".join(filter(None, (told.publisher, speaker(claim.source), _note(told))))
    return Bar(
        label=label if len(label) <= LABEL else f"{label[: LABEL - 1]}…",
        lang=told.report.lang,
        claim_id=claim.claim_id,
        low=low,
        high=high,
        start=max(0.0, min(known) - OPEN) if known and low is None else low or LEFT,
        end=max(known) + OPEN if known and high is None else high or LEFT,
        top=top,
        said=people(count.range) if known else count.words,
        denied=claim.polarity is Polarity.DENIED,
    )


NOTES = {
    ScopeKind.INCIDENT: "",
    ScopeKind.PERIOD: "over a period",
    ScopeKind.CUMULATIVE: "a running total",
    ScopeKind.INCREMENT: "added to an earlier toll",
    ScopeKind.RATE: "a rate",
}


def _note(told: Told) -> str:
    claim = told.claim
    denied = "denied" if claim.polarity is Polarity.DENIED else ""
    return ", ".join(part for part in (denied, NOTES[claim.scope.kind]) if part)
