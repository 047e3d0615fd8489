"""The keys by which an employer is found while it is typed: its names and projects, written and spoken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from casework.models import Employer, EmployerKey, EmployerName, EmployerProject
from casework.names import normal, pairs, spellings
from casework.sounds import initials, readings

LONGEST = 250


def write_keys(employer: Employer) -> None:
    """Make the search keys of the whole family anew, all leading to the entry that stands."""
    members = {row.pk: row for row in Employer.objects.family(employer)}
    names = EmployerName.objects.filter(employer__in=members).values_list("employer", "text")
    projects = EmployerProject.objects.filter(employer__in=members).values_list("name", flat=True)
    division = members[employer.head_id].region_id or ""
    EmployerKey.objects.filter(employer__in=members).delete()
    rows = keys_of({(text, members[pk].region_id or division) for pk, text in names}, set(projects), division)
    EmployerKey.objects.bulk_create(EmployerKey(employer_id=employer.head_id, **row) for row in rows)


def keys_of(
    names: Iterable[tuple[str, str]], projects: Iterable[str] = (), division: str = ""
) -> Iterator[dict[str, Any]]:
    """The columns of the keys for names, each with the code of its division, and for projects. Pure."""
    seen: set[tuple[str, str]] = set()
    spelled = [("name", text, spellings(text, place)) for text, place in sorted(names)]
    spelled += [("project", text, [normal(text)]) for text in sorted(projects)]
    for kind, _text, texts in spelled:
        longest = max(texts, key=len, default="")
        for text in texts:
            if text and (kind, text) not in seen:
                seen.add((kind, text))
                yield from key_rows(kind, text[:LONGEST], division[:2], with_pairs=text == longest)


def key_rows(kind: str, text: str, province: str, *, with_pairs: bool) -> Iterator[dict[str, Any]]:
    """One row for each reading; the pieces stand in the first of them."""
    for n, sounds in enumerate(readings(text)):
        yield {
            "kind": kind,
            "province": province,
            "text": text,
            "sounds": " ".join(sounds),
            "initials": initials(sounds),
            "pairs": pairs(text) if with_pairs and n == 0 else None,
        }
