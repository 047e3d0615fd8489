"""The database itself tells which cells of the roll-ups no longer agree with the files.

An import, a verb and a repair by hand mark what they change in their own transaction, without a statement more in a
request. Marks are only ever added: a unique one would make officers of one county wait for each other.
"""

# ruff: noqa: S608 - what is put together here are names of our own tables

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.db.migrations.operations import RunSQL

OLD, NEW = "old_rows", "new_rows"


@dataclass(frozen=True)
class Child:
    """A table that hangs on a file: the days it dates counts by, as expressions over `c`, and what makes it count."""

    table: str
    key: str
    days: tuple[str, ...]
    watched: tuple[str, ...]
    via: str = ""  # leads from the key to the file, where the table hangs on something that hangs on it


@dataclass(frozen=True)
class Source:
    """A table of files: the days of its own counts, as expressions over `f`, and the columns that change a count.

    `others` selects (scope, day) of further cells that depend on a row `f`.
    """

    kind: str
    table: str
    days: tuple[str, ...]
    watched: tuple[str, ...]
    children: tuple[Child, ...] = ()
    others: str = ""

    def mark(self, rows: str) -> str:
        """Mark every month the files `rows` have a day in."""
        own = ", ".join(f"({day})" for day in self.days)
        days = [f"SELECT f.scope, v.day FROM (VALUES {own}) v(day)"]
        days += [
            f"SELECT f.scope, {day} FROM {c.table} c WHERE c.{c.key} = f.id" for c in self.dated() for day in c.days
        ]
        days += [self.others] if self.others else []
        return self.insert(f"{rows} f CROSS JOIN LATERAL ({' UNION ALL '.join(days)}) d(scope, day)")

    def dated(self) -> list[Child]:
        return [child for child in self.children if child.days and not child.via]

    def insert(self, source: str) -> str:
        return f"""
            INSERT INTO reports_stalemonth (kind, scope, month)
            SELECT DISTINCT '{self.kind}', d.scope, date_trunc('month', d.day)::date FROM {source}
            WHERE d.day IS NOT NULL AND d.scope <> '';
        """

    def of_file(self) -> dict[str, str]:
        """What to do after each kind of statement on the table itself."""
        old, new = changed(self.watched)
        both = f"{OLD} o JOIN {NEW} n ON n.id = o.id"
        return {
            "INSERT": self.mark(NEW),
            "UPDATE": self.mark(f"(SELECT o.* FROM {both} WHERE ({old}) IS DISTINCT FROM ({new}))")
            + self.mark(f"(SELECT n.* FROM {both} WHERE ({old}) IS DISTINCT FROM ({new}))"),
            "DELETE": self.mark(OLD),
        }

    def of_child(self, child: Child) -> dict[str, str]:
        """After a change of what hangs on a file: all its months, and the days that were there before."""
        old, new = changed(child.watched)
        both = f"{OLD} o JOIN {NEW} n ON n.id = o.id WHERE ({old}) IS DISTINCT FROM ({new})"
        return {
            "INSERT": self.marked(child, f"SELECT {child.key} FROM {NEW}"),
            "UPDATE": self.marked(child, f"SELECT unnest(ARRAY[o.{child.key}, n.{child.key}]) FROM {both}")
            + self.former(child, f"(SELECT o.* FROM {both})"),
            "DELETE": self.marked(child, f"SELECT {child.key} FROM {OLD}") + self.former(child, OLD),
        }

    def marked(self, child: Child, keys: str) -> str:
        keys = child.via.format(keys=keys) if child.via else keys
        return self.mark(f"(SELECT * FROM {self.table} WHERE id IN ({keys}))")

    def former(self, child: Child, rows: str) -> str:
        if not child.days or child.via:
            return ""
        days = ", ".join(f"({day})" for day in child.days)
        pairs = f"SELECT f.scope, v.day FROM (VALUES {days}) v(day)"
        files = f"{rows} c JOIN {self.table} f ON f.id = c.{child.key}"
        return self.insert(f"{files} CROSS JOIN LATERAL ({pairs}) d(scope, day)")


def changed(columns: tuple[str, ...]) -> tuple[str, str]:
    return ", ".join(f"o.{column}" for column in columns), ", ".join(f"n.{column}" for column in columns)


class MarkStale(RunSQL):
    """Triggers on a table of files and on all that hangs on it."""

    def __init__(self, **given: Any) -> None:
        children = tuple(child if isinstance(child, Child) else Child(**child) for child in given.get("children", ()))
        self.source = Source(**{**given, "children": children})
        tables = [(self.source.table, self.source.of_file())]
        tables += [(child.table, self.source.of_child(child)) for child in children]
        named = [(f"reports_{self.source.kind}_{n}", *one) for n, one in enumerate(tables)]
        made = [(name, table, event, body) for name, table, acts in named for event, body in acts.items()]
        super().__init__(
            sql="".join(trigger(*one) for one in made),
            reverse_sql="".join(drop(name, table, event) for name, table, event, _body in made),
        )

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__qualname__, [], asdict(self.source)


TABLES = {
    "INSERT": f"REFERENCING NEW TABLE AS {NEW}",
    "UPDATE": f"REFERENCING OLD TABLE AS {OLD} NEW TABLE AS {NEW}",
    "DELETE": f"REFERENCING OLD TABLE AS {OLD}",
}


def trigger(name: str, table: str, event: str, body: str) -> str:
    """Once for a statement, however many rows it has: an import writes them by the thousand."""
    full = f"{name}_{table}_{event.lower()}"
    return f"""
        CREATE FUNCTION {full}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} RETURN NULL; END $$;
        CREATE TRIGGER {full} AFTER {event} ON {table} {TABLES[event]}
        FOR EACH STATEMENT EXECUTE FUNCTION {full}();
    """


def drop(name: str, table: str, event: str) -> str:
    full = f"{name}_{table}_{event.lower()}"
    return f"DROP TRIGGER {full} ON {table}; DROP FUNCTION {full}();"
