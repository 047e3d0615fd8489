"""Many new rows of one table at once: what an import of a hundred thousand rows is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db import connections, models, router

Reader = Callable[[Any], Any]
AS_THEY_ARE = (
    models.AutoField,
    models.BigAutoField,
    models.BooleanField,
    models.DateTimeField,
    models.DateField,
    models.DecimalField,
    models.IntegerField,
)
AS_TEXT = (models.CharField, models.TextField)
OF_ITS_OWN = ("pre_save", "get_db_prep_save", "get_db_prep_value", "get_prep_value")


def copy_in(rows: Sequence[models.Model]) -> None:
    """Give every row its key and write them all, in two statements however many they are.

    Several times as fast as `bulk_create`, with the same reservations: no `save()`, and every row is of one model.
    Sealed columns and blind indexes are kept as by a save. What a row refers to must have its key.
    """
    if not rows:
        return
    model = type(rows[0])
    connection = connections[router.db_for_write(model)]
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    readers = [reader_of(field, connection) for field in fields]
    with connection.cursor() as cursor:
        number(rows, cursor)
        with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row([read(row) for read in readers])
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def number(rows: Sequence[models.Model], cursor: Any) -> None:
    """The next keys of the table's own sequence."""
    options = rows[0]._meta
    cursor.execute(
        "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
        [options.db_table, options.pk.column, len(rows)],
    )
    for row, (key,) in zip(rows, cursor.fetchall(), strict=True):
        row.pk = key


def reader_of(field: models.Field[Any, Any], connection: Any) -> Reader:
    """How a row's value of the field is written. Most fields write what they hold, and are not asked row by row."""
    name = field.attname
    if isinstance(field, models.ForeignKey):
        return lambda row: key_of(row, field)
    if is_plain(field, AS_THEY_ARE):
        return lambda row: row.__dict__[name]
    if is_plain(field, AS_TEXT):
        return lambda row: text_of(row.__dict__[name])
    return lambda row: field.get_db_prep_save(field.pre_save(row, add=True), connection)


def is_plain(field: models.Field[Any, Any], kinds: tuple[type[models.Field[Any, Any]], ...]) -> bool:
    """Whether the field is of one of these kinds and does nothing of its own with a value."""
    kind = next((kind for kind in kinds if isinstance(field, kind)), None)
    if kind is None or getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        return False
    return all(getattr(type(field), name) is getattr(kind, name) for name in OF_ITS_OWN)


def key_of(row: Any, field: models.ForeignKey[Any, Any]) -> Any:
    """The key of the row referred to, also when that got its key only after it was named here."""
    key = row.__dict__[field.attname]
    if key is None and (other := row._state.fields_cache.get(field.name)):
        key = other.pk
        setattr(row, field.attname, key)
    return key


def text_of(value: Any) -> str | None:
    """Members of a list of choices and translated words are written as the text they stand for."""
    return value if value is None else str(value)
