"""Migration operations: rules that PostgreSQL itself keeps, search texts that follow, many tables at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.migrations.operations import RunSQL
from django.db.migrations.operations.base import Operation


class ProtectHistory(RunSQL):
    """Append-only: UPDATE and DELETE in the table raise an error."""

    def __init__(self, table: str) -> None:
        super().__init__(
            sql=f"""
                CREATE OR REPLACE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
                CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
                FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
            """,
            reverse_sql=f"DROP TRIGGER {table}_append_only ON {table}",
        )
        self.table = table

    def deconstruct(self) -> tuple[str, list[str], dict[str, str]]:
        return self.__class__.__qualname__, [], {"table": self.table}


class ProtectOnceSet(RunSQL):
    """What was signed stays: once the named column is filled, it and the other columns never change again.

    Columns added later are protected by an operation of their own, on another column that is filled at the same time.
    """

    def __init__(self, table: str, once: str, columns: list[str]) -> None:
        trigger = f"{table}_{once}_once"
        old, new = (", ".join(f"{row}.{column}" for column in [once, *columns]) for row in ("OLD", "NEW"))
        super().__init__(
            sql=f"""
                CREATE OR REPLACE FUNCTION {trigger}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    IF OLD.{once} = '' THEN RETURN COALESCE(NEW, OLD); END IF;
                    IF TG_OP = 'DELETE' THEN RAISE EXCEPTION '% is kept for good', TG_TABLE_NAME; END IF;
                    IF ({old}) IS DISTINCT FROM ({new}) THEN
                        RAISE EXCEPTION '% is fixed once {once} is set', TG_TABLE_NAME;
                    END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER {trigger} BEFORE UPDATE OR DELETE ON {table}
                FOR EACH ROW EXECUTE FUNCTION {trigger}();
            """,
            reverse_sql=f"DROP TRIGGER {trigger} ON {table}; DROP FUNCTION {trigger}();",
        )
        self.given = {"table": table, "once": once, "columns": columns}

    def deconstruct(self) -> tuple[str, list[str], dict[str, object]]:
        return self.__class__.__qualname__, [], dict(self.given)


class KeepSearchText(RunSQL):
    """The database itself keeps the search text in step, in the transaction of whatever writes the file.

    An import of a hundred thousand rows, a verb and a repair by hand cannot forget it, and a verb sends no statement
    for it. `text` is an SQL expression over `file`, `columns` are those that change it.
    """

    def __init__(self, texts: str, files: str, text: str, columns: Sequence[str]) -> None:
        watched = ["scope", *columns]
        changed = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in watched)
        super().__init__(
            sql=f"""
                CREATE FUNCTION {texts}_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    INSERT INTO {texts} (file_id, scope, text)
                    SELECT file.id, file.scope, search_plain({text}) FROM (SELECT NEW.*) AS file
                    ON CONFLICT (file_id) DO UPDATE SET scope = EXCLUDED.scope, text = EXCLUDED.text;
                    RETURN NULL;
                END $$;
                CREATE TRIGGER {texts}_new AFTER INSERT ON {files}
                FOR EACH ROW EXECUTE FUNCTION {texts}_keep();
                CREATE TRIGGER {texts}_changed AFTER UPDATE OF {", ".join(watched)} ON {files}
                FOR EACH ROW WHEN ({changed}) EXECUTE FUNCTION {texts}_keep();
            """,  # noqa: S608 - names of our own tables
            reverse_sql=f"""
                DROP TRIGGER {texts}_new ON {files}; DROP TRIGGER {texts}_changed ON {files};
                DROP FUNCTION {texts}_keep();
            """,
        )
        self.given = {"texts": texts, "files": files, "text": text, "columns": list(columns)}

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__qualname__, [], dict(self.given)


class WatchReference(RunSQL):
    """Whatever changes a row of the table makes a new version of the rules, in the same transaction.

    A random version never comes again, whatever is rolled back or restored. One statement for each that writes.
    """

    def __init__(self, table: str) -> None:
        super().__init__(
            sql=f"""
                CREATE OR REPLACE FUNCTION reference_changed() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN
                    UPDATE organizations_referencestate SET version = gen_random_uuid();
                    RETURN NULL;
                END $$;
                CREATE TRIGGER {table}_watched AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
                FOR EACH STATEMENT EXECUTE FUNCTION reference_changed();
            """,  # noqa: S608 - names of our own tables
            reverse_sql=f"DROP TRIGGER {table}_watched ON {table}",
        )
        self.table = table

    def deconstruct(self) -> tuple[str, list[str], dict[str, str]]:
        return self.__class__.__qualname__, [], {"table": self.table}


class Together(Operation):
    """Operations whose order does not matter to the models: these are rendered once, and not once for each operation.

    Every table leads to an officer and so to every other table: Django would render them all again for each new one,
    which made most of the first minute of a new system.
    """

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: Any) -> None:
        state.__dict__.pop("apps", None)  # a rendered state renders again at every change
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"{len(self.operations)} operations together"
