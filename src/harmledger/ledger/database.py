"""Reach the database: set Django up where nobody did, connect, bring the tables up to date."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

import django
from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, DatabaseError, Error, IntegrityError, connections
from django.db.migrations.executor import MigrationExecutor

from harmledger.model import LedgerError

FILE = "ledger.db"
TABLE = "ledger_entry"
APP = "ledger"
# FULL: a batch that was said to be in is in, even if the power goes.
PRAGMAS = "PRAGMA synchronous=FULL;"


@dataclass(frozen=True, slots=True)
class Database:
    """One ledger's database.

    Attributes:
        alias: Its name among Django's connections.
        name: What a person calls it: the file, or host and database.
        wait: How long to wait for another writer, in seconds.
        sealed: Whether it can only be read: it stands on a medium that nobody may write.
    """

    alias: str
    name: str
    wait: float
    sealed: bool = False


def connect(folder: Path, *, create: bool, wait: float) -> Database:
    """Reach the ledger of a folder: PostgreSQL where DATABASE_URL says so, else its own file.

    Raises:
        LedgerError: It is no ledger, can't be reached, or was written by a newer version.
    """
    _set_up()
    url = os.environ.get("DATABASE_URL", "")
    sealed = not url and not create and _sealed(folder)
    found = _postgres(url) if url else _sqlite(folder, create, wait, sealed=sealed)
    database = _register(*found, wait, sealed=sealed)
    with explained(database):
        _migrate(database, create=create)
    return database


@contextmanager
def explained(database: Database) -> Iterator[None]:
    """Turn what a database says into a `LedgerError` that names the ledger and the remedy."""
    try:
        yield
    except Error as error:
        said = str(error).strip().split("\n")[0]
        raise LedgerError(f"{database.name}: {_remedy(error, said, database.wait)}") from error


def _remedy(error: Error, said: str, wait: float) -> str:
    """What the database said, and what to do about it."""
    known = {
        "database is locked": f"another harmledger was still writing after {wait:g} s; "
        "wait for it to end, then run again",
        "lock timeout": f"another harmledger was still writing after {wait:g} s; "
        "wait for it to end, then run again",
        "disk is full": "the disk is full; make room, then run again: what was in is still in",
        "disk i/o error": "the disk can't be written; see that it has room, then run again: "
        "what was in is still in",
        "file is not a database": "this is no ledger; move it away or name another folder",
        "malformed": "the file is damaged; put it back from a copy",
        "unable to open": "can't be opened; see that the folder exists and may be written",
        "readonly": "may not be written; mend the rights of the file and its folder",
    }
    for sign, remedy in known.items():
        if sign in said.lower():
            return remedy
    if isinstance(error, IntegrityError):
        return f"refused by the ledger's own rules: {said}"
    return f"the database refused: {said}"


def _set_up() -> None:
    """Give Django the least it needs, unless the caller (the workbench, say) has set it up."""
    if not settings.configured and "DJANGO_SETTINGS_MODULE" not in os.environ:
        settings.configure(INSTALLED_APPS=["harmledger.ledger"], USE_TZ=True, TIME_ZONE="UTC")
    if not apps.ready:
        django.setup()


def _sealed(folder: Path) -> bool:
    """Whether the file or its folder may not be written, so that SQLite must leave both alone.

    Raises:
        LedgerError: What was written last stands in a log beside the file, which SQLite could
            only read by writing.
    """
    path = folder / FILE
    if not path.is_file() or (os.access(path, os.W_OK) and os.access(folder, os.W_OK)):
        return False
    log = path.with_name(f"{FILE}-wal")
    if log.is_file() and log.stat().st_size > 0:
        raise LedgerError(
            f"{path}: its last entries stand in {log.name}, which can't be read where nothing may "
            "be written; copy the whole folder to where it can"
        )
    return True


def _sqlite(folder: Path, create: bool, wait: float, *, sealed: bool) -> tuple[str, dict[str, Any]]:
    path = folder / FILE
    if create:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LedgerError(f"{folder}: can't be made: {error.strerror}") from error
    elif not path.is_file():
        raise LedgerError(
            f"{folder} holds no ledger; `harmledger run INPUT --out {folder}` makes one"
        )
    if sealed:
        return str(path), {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": f"file:{quote(str(path.absolute()))}?immutable=1",
        }
    return str(path), {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path.absolute()),
        "OPTIONS": {"timeout": wait, "transaction_mode": "IMMEDIATE", "init_command": PRAGMAS},
    }


def _postgres(url: str) -> tuple[str, dict[str, Any]]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise LedgerError(
            f"DATABASE_URL starts with {parts.scheme or 'nothing'!r}; it must read "
            "postgresql://user:password@host:port/name, or be unset for a file in the folder"
        )
    name = unquote(parts.path.lstrip("/"))
    return f"{parts.hostname or 'localhost'}/{name}", {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _register(name: str, found: dict[str, Any], wait: float, *, sealed: bool) -> Database:
    alias = "ledger-" + sha256(repr((sorted(found.items(), key=str), wait)).encode()).hexdigest()
    if alias not in connections.settings:
        whole = connections.configure_settings({DEFAULT_DB_ALIAS: {}, alias: found})
        connections.settings[alias] = whole[alias]
    return Database(alias, name, wait, sealed)


def _migrate(database: Database, *, create: bool) -> None:
    """Bring the tables up to date; two that do so at once both end with the same tables."""
    for attempt in range(3):
        executor = MigrationExecutor(connections[database.alias])
        _ours(database, executor, create=create)
        targets = [node for node in executor.loader.graph.leaf_nodes() if node[0] == APP]
        if not database.sealed:
            _read_beside_writing(database)
        if not executor.migration_plan(targets):
            return
        if database.sealed:
            raise LedgerError(
                f"{database.name}: written by an older harmledger, and may not be brought up to "
                "date where it stands; copy the folder to where it can be written"
            )
        try:
            executor.migrate(targets)
        except DatabaseError:
            if attempt == 2:
                raise
            time.sleep(0.2)


def _read_beside_writing(database: Database) -> None:
    """Have SQLite keep a log beside its file. It writes that into the file: into ours alone."""
    connection = connections[database.alias]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=WAL")


def _ours(database: Database, executor: MigrationExecutor, *, create: bool) -> None:
    """Refuse a database that is somebody else's, or that a newer version wrote."""
    tables = set(connections[database.alias].introspection.table_names())
    if TABLE not in tables and tables - {"django_migrations"}:
        raise LedgerError(f"{database.name}: holds other tables; name a place of the ledger's own")
    if TABLE not in tables and not create:
        raise LedgerError(f"{database.name}: holds no ledger; `harmledger run` makes one")
    known = set(executor.loader.disk_migrations)
    newer = sorted(name for app, name in executor.loader.applied_migrations if app == APP)
    if any((APP, name) not in known for name in newer):
        raise LedgerError(
            f"{database.name}: written by a newer harmledger ({newer[-1]}); upgrade harmledger"
        )
