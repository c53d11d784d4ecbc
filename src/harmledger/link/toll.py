"""How many people one account counts in all."""

from collections.abc import Sequence

from harmledger.model import Account, Measure, Range

UNKNOWN = Range(None, None)


def headline(account: Account, measure: Measure) -> Range | None:
    """How many people in all, whatever their status; None where no count was given."""
    found = {one.group: one for one in account.figures if one.measure is measure}
    if "all" in found:
        whole: Range | None = found["all"].range
    else:
        parts = [found[group].range for group in ("civilian", "combatant") if group in found]
        whole = _sum(parts) if parts else None
    return None if whole == UNKNOWN else whole


def _sum(parts: Sequence[Range]) -> Range:
    lows = [part.low for part in parts if part.low is not None]
    highs = [part.high for part in parts if part.high is not None]
    return Range(
        sum(lows) if len(lows) == len(parts) else None,
        sum(highs) if len(highs) == len(parts) else None,
    )
