"""Who may stand where in a case: looked at after every act that names, corrects or ends somebody."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, Protocol

from django.utils.translation import gettext as _

from casework.deadlines import policy
from casework.errors import StepRefused

if TYPE_CHECKING:
    from casework.workflow import Act
    from disputes.models import DisputeCase, Party, Proxy


class Named(Protocol):
    name: str
    id_number: str


def refuse_wrong_people(verb: str, case: DisputeCase) -> None:
    """Raises StepRefused with everything that is wrong with those who are named now."""
    rows = case.parties.filter(ended_on=None).select_related("employer").prefetch_related("proxies")
    parties = list(rows)
    for party in parties:
        party.file = case
    if wrong := [reason for rule in RULES if (reason := rule(case, parties))]:
        raise StepRefused(verb, wrong)


def same_person(one: Named, other: Named) -> bool:
    """By identity number where both are known, else by name: two people of one name show their numbers."""
    if one.id_number and other.id_number:
        return one.id_number == other.id_number
    return one.name == other.name


def in_force(party: Party) -> list[Proxy]:
    return [proxy for proxy in party.proxies.all() if not proxy.ended_on]


def on_side(parties: list[Party], role: str) -> list[Party]:
    return [party for party in parties if party.role == role]


def both_sides_are_there(case: DisputeCase, parties: list[Party]) -> str:
    roles = {party.role for party in parties}
    return "" if {"applicant", "respondent"} <= roles else _("Applicant and respondent must be named.")


def nobody_is_named_twice(case: DisputeCase, parties: list[Party]) -> str:
    for one, other in combinations(parties, 2):
        same_unit = one.employer_id is not None and one.employer_id == other.employer_id
        if same_unit or same_person(one, other):
            words = _("“%(name)s” is named twice. Two people of one name are told apart by their identity numbers.")
            return words % {"name": one.label}
    return ""


def minors_have_a_guardian(case: DisputeCase, parties: list[Party]) -> str:
    """Civil Code arts 17 to 20, 23."""
    if all(party.guardian for party in parties if party.is_minor):
        return ""
    return _("A party under 18 needs a guardian named (Civil Code art. 23).")


def proxies_keep_to_the_number(case: DisputeCase, parties: list[Party]) -> str:
    most = policy("max_proxies", case, case.received_on)
    if all(len(in_force(party)) <= most for party in parties):
        return ""
    return _("A party has at most %(count)d proxies (Civil Procedure Law art. 61).") % {"count": most}


def no_proxy_is_named_twice(case: DisputeCase, parties: list[Party]) -> str:
    for party in parties:
        if any(same_person(one, other) for one, other in combinations(in_force(party), 2)):
            return _("This proxy of the party is named already.")
    return ""


def no_proxy_serves_both_sides(case: DisputeCase, parties: list[Party]) -> str:
    sides = [[proxy for party in on_side(parties, role) for proxy in in_force(party)] for role in SIDES]
    if not any(same_person(one, other) for one, other in product(*sides)):
        return ""
    return _("Nobody acts for both sides. Two people of one name are told apart by their identity numbers.")


def no_proxy_is_the_other_side(case: DisputeCase, parties: list[Party]) -> str:
    """A party, or who stands for it by law, does not act for its opponent."""
    for own, other in (SIDES, SIDES[::-1]):
        opponents = on_side(parties, other)
        proxies = [proxy for party in on_side(parties, own) for proxy in in_force(party)]
        if any(is_or_leads(proxy, opponent) for proxy, opponent in product(proxies, opponents)):
            return _("The other side, or who stands for it by law, cannot be a proxy.")
    return ""


def is_or_leads(proxy: Proxy, party: Party) -> bool:
    return same_person(proxy, party) or bool(party.head and party.head == proxy.name)


SIDES = ("applicant", "respondent")
RULES = [
    both_sides_are_there,
    nobody_is_named_twice,
    minors_have_a_guardian,
    proxies_keep_to_the_number,
    no_proxy_is_named_twice,
    no_proxy_serves_both_sides,
    no_proxy_is_the_other_side,
]


def is_a_group(case: DisputeCase, act: Act) -> str:
    """Mediation and Arbitration Law art. 7."""
    if case.is_group:
        return ""
    least = policy("group_case_threshold", case, case.received_on)
    words = _("Only %(count)d or more workers with a common claim elect representatives (art. 7).")
    return words % {"count": least}


def representatives_keep_to_the_number(case: DisputeCase, act: Act) -> str:
    least, most = (policy(f"group_representatives_{end}", case, act.today) for end in ("min", "max"))
    if least <= case.parties.filter(ended_on=None).exclude(elected_on=None).count() <= most:
        return ""
    return _("A group is represented by %(least)d to %(most)d workers.") % {"least": least, "most": most}
