"""Verbs on the register of employers. Each writes the search keys in its own transaction, so nothing lags behind."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from casework.employer_keys import keys_of, write_keys
from casework.errors import Refused, WrongDuty
from casework.models import Employer, EmployerKey, EmployerName
from casework.models.employers import Named
from casework.names import normal
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
def employer_named(name: str, region: Region | None = None, uscc: str = "") -> Employer:
    """The employer by its credit code, else by exactly this name in the division; entered when new.

    Two valid credit codes are two employers, whatever they are called. Of joined entries the one that stands.
    """
    if uscc and (known := Employer.objects.filter(uscc=uscc).select_related("merged_into").first()):
        return known.head
    rows = Employer.objects.filter(name=name, region=region).select_related("merged_into").order_by("pk")
    known = rows.filter(Q(uscc="") | Q(uscc=uscc)).first() if uscc else rows.first()
    return known.head if known else enter_named(name=name, region=region, uscc=uscc)


@one_transaction
def employers_named(wanted: Iterable[Named]) -> dict[Named, Employer]:
    """As `employer_named`, for many at once, in a few statements."""
    names = list(dict.fromkeys(wanted))
    known = Employer.objects.among_known(names)
    new = entries([key for key in names if key not in known])
    to_enter = list(dict.fromkeys(new.values()))
    entered = dict(zip(to_enter, enter_all(to_enter), strict=True))
    return {key: known.get(key) or entered[new[key]] for key in names}


def entries(names: list[Named]) -> dict[Named, Named]:
    """The new entry each belongs to: one for each credit code; a name without one joins the same name with one."""
    codes = {(name, region): code for name, region, code in names if code}
    first: dict[str, Named] = {}
    found = {}
    for name, region, given in names:
        code = given or codes.get((name, region), "")
        entry = (name, region, code)
        found[name, region, given] = first.setdefault(code, entry) if code else entry
    return found


@one_transaction
def learn_name(employer: Employer, text: str, *, by: Officer, at: datetime) -> None:
    """Keep how a caller says it, once somebody chose the employer for it: next time it is found by that."""
    if text in {"", employer.name}:
        return
    names = EmployerName.objects.filter(employer__in=Employer.objects.family(employer))
    if normal(text) in map(normal, names.values_list("text", flat=True)):
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
