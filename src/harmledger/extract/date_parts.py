"""What a date pattern has caught, as the kinds of dates ask for it."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from harmledger.extract.item import Item
from harmledger.model import TimePrecision, When

Days = tuple[date, date, TimePrecision]


class Parts(NamedTuple):
    """The groups of a date pattern, read."""

    groups: Mapping[str, Item]
    published: date

    def feature(self, group: str, name: str) -> Any:
        """What the lexicon says of the group's word; None where the group is absent."""
        item = self.groups.get(group)
        return None if item is None else item.sense.get(name)

    def number(self, group: str) -> int | None:
        """What the group's digits or number word say; None where absent, or not to be read."""
        item = self.groups.get(group)
        if item is None:
            return None
        if item.data is not None and item.data.value is not None:
            return int(item.data.value)
        if item.sense.get("value") is not None:
            return int(item.sense.get("value"))
        return int(item.text) if item.text.isdigit() else None

    def units(self) -> int | None:
        """How many units: one where none is counted; None where the number can't be read.

        Hours that no one counted ("a few hours ago") lead to no day before: 0.
        """
        item = self.groups.get("c")
        if item is None or item.of("A"):
            return 1
        return self.number("c") or (0 if self.feature("u", "unit") == "hour" else None)

    def moment(self, group: str) -> When:
        """The date inside the group."""
        when: When = self.groups[group].data.when
        return when


def whole_month(year: int, month: int) -> tuple[date, date]:
    """The first day of a month and its last."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
