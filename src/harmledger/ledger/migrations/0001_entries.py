"""The table of entries, and the triggers that keep it append-only."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SAID = "the ledger is append-only"
TRIGGERS = {
    "sqlite": [
        f"CREATE TRIGGER ledger_entry_no_{verb.lower()} BEFORE {verb} ON ledger_entry "
        f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
        for verb in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        "CREATE FUNCTION ledger_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{SAID}'; END $$",
        "CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE "
        "ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION ledger_entry_refuse()",
    ],
}


def install(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Create the triggers of this kind of database."""
    for statement in TRIGGERS[editor.connection.vendor]:
        editor.execute(statement)


class Migration(migrations.Migration):
    """There is no way back: what is written stays."""

    initial = True
    dependencies: ClassVar[Sequence[tuple[str, str]]] = []
    operations: ClassVar[Sequence[Any]] = [
        migrations.CreateModel(
            name="EntryRow",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=32)),
                ("key", models.TextField()),
                ("payload", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("previous", models.CharField(max_length=64, unique=True)),
                ("hash", models.CharField(max_length=64, unique=True)),
            ],
            options={
                "db_table": "ledger_entry",
                "indexes": [models.Index(fields=["kind", "key", "seq"], name="ledger_current")],
            },
        ),
        migrations.RunPython(install),
    ]
