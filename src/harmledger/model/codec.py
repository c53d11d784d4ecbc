"""Nouns to JSON values and back, by their types: `load(type(x), dump(x)) == x`."""

from collections.abc import Callable
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
    hint: Any = kind
    return _loader(hint)(row)  # type: ignore[no-any-return]


@cache
def _loader(kind: Any) -> Callable[[Any], Any]:
    """What turns a value into the kind; made once, since a ledger holds many of each."""
    if get_origin(kind) is UnionType:
        arm = _loader(next(arm for arm in get_args(kind) if arm is not NoneType))
        return lambda value: None if value is None else arm(value)
    if get_origin(kind) is tuple:
        item = _loader(get_args(kind)[0])
        return lambda value: tuple(map(item, value))
    if isinstance(kind, type) and is_dataclass(kind):
        return _noun_loader(kind)
    if kind is datetime or kind is date:
        return kind.fromisoformat
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    return _as_it_is


def _noun_loader(kind: type) -> Callable[[Any], Any]:
    hints, required = _hints(kind)
    parts = [(name, _loader(hint)) for name, hint in hints.items()]

    def load_noun(row: Any) -> Any:
        get = row.get
        given = {
            name: part(value)
            for name, part in parts
            if (value := get(name, _ABSENT)) is not _ABSENT
        }
        if missing := required - given.keys():
            raise KeyError(f"{kind.__name__} lacks {', '.join(sorted(missing))}")
        return kind(**given)

    return load_noun


def _as_it_is(value: Any) -> Any:
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
