"""An embedded database of its own for a benchmark, and rows made inside PostgreSQL, a million in seconds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def fresh_database() -> Iterator[None]:
    """Servers in a temporary folder, with the tables and the reference data, gone afterwards."""
    from config.services.testing import services

    with services() as environment:
        os.environ.update(environment, DJANGO_SETTINGS_MODULE="benchmarks.settings")
        import django
        from django.core.management import call_command

        django.setup()
        call_command("translations", compile=True)
        call_command("collectstatic", verbosity=0, interactive=False)
        call_command("migrate", verbosity=0)
        from casework.reference import seed

        seed()
        yield


def run(sql: str, parameters: list[Any] | None = None) -> list[Any]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall() if cursor.description else []


def fill(model: Any, source: str, **values: str) -> None:
    """INSERT … SELECT: SQL expressions by field name; a field not named gets its default, NULL, or an empty value.

    Foreign keys and triggers are not looked at: the expressions are ours.
    """
    run("SET session_replication_role = replica")
    insert(model, source, **values)
    run("RESET session_replication_role")


def insert(model: Any, source: str, **values: str) -> None:
    """As `fill`, with everything the database does for any row: foreign keys, checks, triggers."""
    given = {model._meta.get_field(name).column: value for name, value in values.items()}
    own = [field for field in model._meta.local_concrete_fields if not field.generated]
    fields = [field for field in own if field.column in given or not field.primary_key]
    names = ", ".join(f'"{field.column}"' for field in fields)
    wanted = ", ".join(given.get(field.column) or blank(field) for field in fields)
    run(f'INSERT INTO "{model._meta.db_table}" ({names}) SELECT {wanted} FROM {source}')


def blank(field: Any) -> str:
    """What a row has where nobody said anything."""
    if field.null:
        return "NULL"
    if field.has_default() and not callable(field.default):
        return literal(field.default)
    kind = field.get_internal_type()
    empty = {
        "BooleanField": "false",
        "DateTimeField": "now()",
        "DateField": "current_date",
        "JSONField": "'{}'",
        "ArrayField": "'{}'",
    }
    numeric = kind.endswith("IntegerField") or kind == "DecimalField"
    return empty.get(kind, "0" if numeric else "''")


def literal(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool | int) else f"'{value}'"


@contextmanager
def without_indexes(*models: Any) -> Iterator[None]:
    """A large table is filled several times faster when its indexes are built afterwards."""
    tables = [model._meta.db_table for model in models]
    found = run(
        "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i"
        " WHERE i.indrelid::regclass::text = ANY(%s) AND NOT i.indisprimary"
        " AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)",
        [tables],
    )
    for name, _definition in found:
        run(f"DROP INDEX {name}")
    yield
    run("SET maintenance_work_mem = '1GB'")
    for _name, definition in found:
        run(definition)
    run("RESET maintenance_work_mem")


def settle(*models: Any) -> None:
    """Statistics and visibility as autovacuum leaves them."""
    for model in models:
        table = model._meta.db_table
        run(f"VACUUM ANALYZE {table}")
        serial = run("SELECT pg_get_serial_sequence(%s, %s)", [table, model._meta.pk.column])[0][0]
        if serial:
            run(f"SELECT setval('{serial}', max(id)) FROM {table}")
