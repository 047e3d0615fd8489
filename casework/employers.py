"""Verbs on the register of employers. Each writes the search keys in its own transaction, so nothing lags behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext as _

from casework.errors import Refused, WrongDuty
from casework.models import Employer, EmployerKey, EmployerName, EmployerProject
from casework.models.employers import Named
from casework.names import normal, pairs, spellings
from casework.sounds import initials, readings
from casework.transactions import one_transaction
from organizations.models import Duty, Officer, Region

KEEPERS = {
    Duty.HOTLINE_OPERATOR,
    Duty.DUTY_LEADER,
    Duty.CASE_OFFICER,
    Duty.MEDIATOR,
    Duty.SUPERVISOR,
    Duty.LIAISON,
}
JOINERS = {Duty.DUTY_LEADER, Duty.CASE_OFFICER, Duty.SUPERVISOR}
REGISTER_LOCK = 8_120_003  # joins and separations go one after the other: nobody waits in a circle
LONGEST = 250
OFFICIAL, CALLED, FORMER = EmployerName.Kind.OFFICIAL, EmployerName.Kind.CALLED, EmployerName.Kind.FORMER


def insist_on(duties: set[Duty], by: Officer) -> None:
    if by.duty not in duties:
        raise WrongDuty(_("The register of employers is kept by another duty."))


@one_transaction
def enter(*, by: Officer, at: datetime, **known: Any) -> Employer:
    """Enter an employer that no file has named yet. Raises WrongDuty."""
    insist_on(KEEPERS, by)
    employer = enter_named(**known)
    employer.events.create(verb="enter", by=by, at=at)
    return employer


@one_transaction
def enter_named(**known: Any) -> Employer:
    """The entry a file makes by naming an employer for the first time; the file itself is its history."""
    employer = Employer.objects.create(**known)
    employer.names.create(text=employer.name, kind=OFFICIAL)
    if employer.phone:
        employer.phones.create(number=employer.phone)
    write_keys(employer)
    return employer


@one_transaction
def enter_all(wanted: Iterable[Named]) -> list[Employer]:
    """As `enter_named`, for many names with the codes of their divisions and their credit codes."""
    entered = Employer.objects.bulk_create(
        Employer(name=name, region_id=region, uscc=uscc) for name, region, uscc in wanted
    )
    EmployerName.objects.bulk_create(EmployerName(employer=row, text=row.name, kind=OFFICIAL) for row in entered)
    EmployerKey.objects.bulk_create(
        EmployerKey(employer=row, **columns)
        for row in entered
        for columns in keys_of([(row.name, row.region_id or "")], division=row.region_id or "")
    )
    return entered


@one_transaction
def learn_name(employer: Employer, text: str, *, by: Officer, at: datetime) -> None:
    """Keep how a caller says it, once somebody chose the employer for it: next time it is found by that."""
    if text in {"", employer.name}:
        return
    known = {
        normal(name)
        for name in EmployerName.objects.filter(employer__in=family(employer)).values_list("text", flat=True)
    }
    if normal(text) in known:
        return
    _name, is_new = employer.names.get_or_create(text=text, defaults={"kind": CALLED, "added_at": at})
    if is_new:
        write_keys(employer)
        employer.events.create(verb="learn", by=by, at=at)


@one_transaction
def correct(
    employer: Employer,
    *,
    by: Officer,
    at: datetime,
    name: str,
    reason: str,
    uscc: str = "",
    region: Region | None = None,
    address: str = "",
    phone: str = "",
    legal_representative: str = "",
    former_name: str = "",
    projects: Iterable[dict[str, Any]] = (),
) -> Employer:
    """Put the entry right, with a reason. A name that is replaced stays as a former one. Raises WrongDuty, Refused."""
    insist_on(KEEPERS, by)
    locked = Employer.objects.select_for_update().get(pk=employer.pk)
    if uscc and Employer.objects.filter(uscc=uscc).exclude(pk=locked.pk).exists():
        raise Refused(_("This credit code is in the register already."))
    wanted: dict[str, Any] = {
        "name": name,
        "uscc": uscc,
        "region": region,
        "address": address,
        "phone": phone,
        "legal_representative": legal_representative,
    }
    changed = [field for field, value in wanted.items() if getattr(locked, field) != value]
    rename(locked, name, former_name, at)
    for field in changed:
        setattr(locked, field, wanted[field])
    locked.version += 1
    locked.save(update_fields=[*changed, "version"])
    changed += note_places(locked, phone, projects)
    write_keys(locked)
    locked.events.create(verb="correct", by=by, at=at, note=reason, details=changed)
    return locked


def rename(employer: Employer, name: str, former: str, at: datetime) -> None:
    if name != employer.name:
        employer.names.filter(kind=OFFICIAL).update(kind=FORMER)
        employer.names.update_or_create(text=name, defaults={"kind": OFFICIAL, "added_at": at})
    if former:
        employer.names.get_or_create(text=former, defaults={"kind": FORMER, "added_at": at})


def note_places(employer: Employer, phone: str, projects: Iterable[dict[str, Any]]) -> list[str]:
    """New numbers and projects are added; known ones stay, as files may be about them."""
    added = []
    if phone and not employer.phones.for_number(phone).exists():
        employer.phones.create(number=phone)
    for row in projects:
        _project, is_new = employer.projects.get_or_create(
            name=row["name"], defaults={"address": row.get("address") or "", "region": employer.region}
        )
        added += ["project"] if is_new else []
    return added


@one_transaction
def merge(employer: Employer, *, by: Officer, at: datetime, into: Employer, reason: str) -> Employer:
    """Join this entry, and those joined to it, to another one. Files keep the entry they name; pages read all.

    A person decides, never the machine. Raises WrongDuty, and Refused for one entry with itself, for entries that
    are joined already, and for two valid credit codes: these are two employers.
    """
    insist_on(JOINERS, by)
    moved, head = locked_pair(employer, into, by)
    refuse_join(moved, head)
    along = list(Employer.objects.filter(merged_into=moved).values_list("pk", flat=True))
    Employer.objects.filter(Q(pk=moved.pk) | Q(merged_into=moved)).update(merged_into=head)
    write_keys(head)
    moved.events.create(verb="merge", by=by, at=at, note=reason, other=head, details=along)
    head.events.create(verb="take_over", by=by, at=at, note=reason, other=moved)
    moved.refresh_from_db()
    return moved


def locked_pair(first: Employer, second: Employer, by: Officer) -> tuple[Employer, Employer]:
    """Both entries as they are now, nobody else joining or separating meanwhile. Out of scope is not there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [REGISTER_LOCK])
    rows = Employer.objects.visible_to(by).select_for_update(of=("self",)).filter(pk__in=[first.pk, second.pk])
    found = {row.pk: row for row in rows.order_by("pk")}
    if first.pk not in found or second.pk not in found:
        raise Employer.DoesNotExist
    return found[first.pk], found[second.pk]


def refuse_join(moved: Employer, head: Employer) -> None:
    if moved.pk == head.pk:
        raise Refused(_("An entry cannot be joined to itself."))
    for entry in (moved, head):
        if entry.merged_into_id:
            raise Refused(_("“%(name)s” is joined to another entry already.") % {"name": entry})
    codes = set(
        Employer.objects.filter(Q(merged_into__in=[moved, head]) | Q(pk__in=[moved.pk, head.pk]))
        .exclude(uscc="")
        .values_list("uscc", flat=True)
    )
    if len(codes) > 1:
        raise Refused(_("The two have different credit codes: they are two employers."))


@one_transaction
def split(employer: Employer, *, by: Officer, at: datetime, reason: str) -> Employer:
    """Undo the last join of this entry: it stands for itself again, with those that came along and are still there."""
    insist_on(JOINERS, by)
    head = employer.merged_into
    if head is None:
        raise Refused(_("This entry is not joined to another one."))
    freed, head = locked_pair(employer, head, by)
    if freed.merged_into_id != head.pk:
        raise Refused(_("Meanwhile somebody else has changed how these entries are joined."))
    joined = freed.events.filter(verb="merge").latest("pk")
    Employer.objects.filter(pk__in=joined.details, merged_into=head).update(merged_into=freed)
    Employer.objects.filter(pk=freed.pk).update(merged_into=None)
    freed.refresh_from_db()
    write_keys(freed)
    write_keys(head)
    freed.events.create(verb="split", by=by, at=at, note=reason, other=head)
    head.events.create(verb="let_go", by=by, at=at, note=reason, other=freed)
    return freed


def family(employer: Employer) -> Any:
    return Employer.objects.family(employer)


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
