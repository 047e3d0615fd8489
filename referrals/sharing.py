"""Which data of the union's file may go to a partner: a list of items, and for each source where they stand.

A kind names the items it may pass at most (`ReferralKind.shares`), the officer chooses of these what the purpose needs
(Personal Information Protection Law art. 6). Nothing else of the file ever enters a message. A worker of a case with
hidden names or a caller who wished secrecy is not named to anybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext_lazy as _

from casework.masking import mask_id_number, mask_name, mask_phone
from casework.words import money
from disputes.models import DisputeCase
from hotline.models import WorkOrder
from supervision.models import SupervisionDocument

Getter = Callable[[Any], Any]

ITEMS: dict[str, Any] = {
    "worker_names": _("Names of the workers"),
    "worker_phones": _("Telephone numbers of the workers"),
    "worker_id_numbers": _("Identity numbers of the workers"),
    "worker_addresses": _("Addresses of the workers"),
    "employer_name": _("Name of the employer"),
    "employer_uscc": _("Credit code of the employer"),
    "employer_address": _("Address of the employer"),
    "employer_phone": _("Telephone number of the employer"),
    "worker_count": _("Number of workers"),
    "amounts": _("Amounts claimed and agreed"),
    "category": _("Category of the dispute"),
    "special_groups": _("Special groups among the workers"),
}
PERSONAL = {"worker_names", "worker_phones", "worker_id_numbers", "worker_addresses"}
MASKS: dict[str, Callable[[str], str]] = {
    "worker_names": mask_name,
    "worker_phones": mask_phone,
    "worker_id_numbers": mask_id_number,
    "worker_addresses": lambda address: address[:6] + "…" if len(address) > 6 else address,
}


def workers(field: str) -> Getter:
    """This field of every worker who applies and is party still."""

    def read(case: DisputeCase) -> list[str]:
        rows = [p for p in case.parties.all() if p.role == "applicant" and p.ended_on is None]
        return [] if case.names_hidden else [text for p in rows if (text := getattr(p, field))]

    return read


def employers(field: str) -> Getter:
    def read(case: DisputeCase) -> list[str]:
        rows = [p for p in case.parties.all() if p.role == "respondent" and p.ended_on is None]
        return [text for p in rows if (text := getattr(p, field))]

    return read


def registered(field: str) -> Getter:
    """The field in the register of employers, for each respondent that stands there."""

    def read(case: DisputeCase) -> list[str]:
        rows = case.parties.filter(role="respondent", ended_on=None).exclude(employer=None).select_related("employer")
        return [text for p in rows if p.employer and (text := getattr(p.employer, field))]

    return read


def caller(field: str) -> Getter:
    """Of somebody who asked for secrecy there is nothing to pass on (Petition Rules art. 30)."""

    def read(order: WorkOrder) -> list[str]:
        call = order.call
        text = getattr(call, field)
        return [] if call.anonymous or call.confidential or not text else [text]

    return read


def of_employer(get: Callable[[Any], Any], field: str) -> Getter:
    def read(source: Any) -> list[str]:
        employer = get(source)
        text = getattr(employer, field, "") if employer else ""
        return [text] if text else []

    return read


def amounts(case: DisputeCase) -> dict[str, str]:
    agreed = {} if case.amount_agreed is None else {"agreed": str(case.amount_agreed)}
    return {"claimed": str(case.amount_claimed), **agreed}


GETTERS: dict[type[Any], dict[str, Getter]] = {
    DisputeCase: {
        "worker_names": workers("name"),
        "worker_phones": workers("phone"),
        "worker_id_numbers": workers("id_number"),
        "worker_addresses": workers("address"),
        "employer_name": employers("name"),
        "employer_uscc": registered("uscc"),
        "employer_address": employers("address"),
        "employer_phone": employers("phone"),
        "worker_count": lambda case: case.worker_count,
        "amounts": amounts,
        "category": lambda case: case.category.name,
    },
    WorkOrder: {
        "worker_names": caller("caller_name"),
        "worker_phones": caller("caller_phone"),
        "worker_id_numbers": caller("caller_id_number"),
        "employer_name": lambda order: [order.call.employer_name] if order.call.employer_name else [],
        "employer_uscc": of_employer(lambda order: order.call.employer, "uscc"),
        "worker_count": lambda order: order.call.workers_affected,
        "amounts": lambda order: {"claimed": str(order.call.amount)} if order.call.amount is not None else {},
        "category": lambda order: order.call.category.name if order.call.category else "",
    },
    SupervisionDocument: {
        "employer_name": of_employer(lambda document: document.matter.employer, "name"),
        "employer_uscc": of_employer(lambda document: document.matter.employer, "uscc"),
        "employer_address": of_employer(lambda document: document.matter.employer, "address"),
        "worker_count": lambda document: document.matter.workers_affected,
        "category": lambda document: document.matter.topic.name,
    },
}


def gather(source: Any, items: Iterable[str]) -> dict[str, Any]:
    """The chosen items of the file as they stand now. What is empty there is left out."""
    getters = GETTERS[type(source)]
    found = {item: getters[item](source) for item in items if item in getters}
    return {item: value for item, value in found.items() if value not in ("", [], {}, None)}


def lines(passed: dict[str, Any], *, masked: bool) -> list[tuple[Any, str]]:
    """What was passed on, line by line; persons masked unless who looks is recorded."""
    passed = passed if "applicants" not in passed else by_item(passed)
    return [(label, words(item, passed[item], masked=masked)) for item, label in ITEMS.items() if item in passed]


PERSON = {
    "worker_names": "name",
    "worker_phones": "phone",
    "worker_id_numbers": "id_number",
    "worker_addresses": "address",
}
FIRM = {"employer_name": "name", "employer_uscc": "uscc", "employer_address": "address", "employer_phone": "phone"}


SUMS: dict[str, Any] = {"claimed": _("claimed %(sum)s yuan"), "agreed": _("agreed %(sum)s yuan")}


def money_in(told: str) -> str:
    """With marks of thousands; what a partner wrote otherwise stands as it came."""
    try:
        return money(Decimal(told))
    except InvalidOperation:
        return told


def by_item(came: dict[str, Any]) -> dict[str, Any]:
    """What an authority told person by person, in the items of the list."""
    found: dict[str, Any] = {"amounts": came["amounts"]} if came.get("amounts") else {}
    for rows, fields in ((came["applicants"], PERSON), (came.get("respondents", []), FIRM)):
        for item, field in fields.items():
            if told := [row[field] for row in rows if row.get(field)]:
                found[item] = told
    return found


def words(item: str, value: Any, *, masked: bool) -> str:
    if isinstance(value, dict):
        return "，".join(str(SUMS[name] % {"sum": money_in(value[name])}) for name in SUMS if name in value)
    rows = [str(one) for one in value] if isinstance(value, list) else [str(value)]
    mask = MASKS.get(item) if masked else None
    return "、".join(mask(row) if mask else row for row in rows)
