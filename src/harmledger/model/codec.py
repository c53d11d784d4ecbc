"""Nouns to JSON values and back, by their types: `load(type(x), dump(x)) == x`."""

from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")
IDS = ("claim_id", "account_id")


def dump(value: object) -> Any:
    """Turn a noun into dicts, lists, strings and numbers; derived ids come first."""
    if isinstance(value, StrEnum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        row = {name: getattr(value, name) for name in IDS if hasattr(type(value), name)}
        return row | {name: dump(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [dump(item) for item in value]
    return value


def load(kind: type[Noun], row: Any) -> Noun:
    """Turn what `dump` gave back into the noun.

    Keys the noun does not have are ignored; keys with a default may be absent.

    Raises:
        KeyError: A key without a default is absent.
        ValueError: A code or a date is not one.
    """
    return _load(kind, row)  # type: ignore[no-any-return]


def _load(kind: Any, value: Any) -> Any:
    if get_origin(kind) is UnionType:
        if value is None:
            return None
        return _load(next(arm for arm in get_args(kind) if arm is not NoneType), value)
    if get_origin(kind) is tuple:
        return tuple(_load(get_args(kind)[0], item) for item in value)
    if isinstance(kind, type) and is_dataclass(kind):
        hints, required = _hints(kind)
        present = {name: row for name in hints if (row := value.get(name, _ABSENT)) is not _ABSENT}
        missing = required - present.keys()
        if missing:
            raise KeyError(f"{getattr(kind, '__name__', kind)} lacks {', '.join(sorted(missing))}")
        return kind(**{name: _load(hints[name], row) for name, row in present.items()})
    if kind is datetime or kind is date:
        return kind.fromisoformat(value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    return value


_ABSENT = object()


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _hints(kind: type) -> tuple[dict[str, Any], frozenset[str]]:
    hints = get_type_hints(kind)
    required = frozenset(
        field.name
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING
    )
    return {field.name: hints[field.name] for field in fields(kind)}, required
