"""A migration operation that makes PostgreSQL itself refuse to rewrite history."""

from __future__ import annotations

from django.db.migrations.operations import RunSQL


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
    """What was signed stays: once the named column is filled, it and the other columns never change again."""

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
