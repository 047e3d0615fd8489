"""Days that must follow each other."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from django.db.models import Field, Model
from django.utils.translation import gettext as _

from casework.errors import StepRefused

if TYPE_CHECKING:
    from casework.workflow import Act
    from disputes.models import DisputeCase, PostAgreementRoute

Named = tuple[Any, date | None]


def order_of(*days: Named, today: date) -> list[str]:
    """What is wrong with days that must follow each other and lie in the past; missing ones are passed over."""
    known = [(name, day) for name, day in days if day]
    wrong = [before(*one, *other) for one, other in pairwise(known) if other[1] < one[1]]
    return wrong + [ahead(name, day) for name, day in known if day > today]


def before(earlier: Any, first: date, later: Any, day: date) -> str:
    words = _("“%(later)s” (%(day)s) lies before “%(earlier)s” (%(first)s).")
    return words % {"later": later, "day": day, "earlier": earlier, "first": first}


def ahead(name: Any, day: date) -> str:
    return _("“%(name)s” (%(day)s) is still to come.") % {"name": name, "day": day}


def refuse_disorder(verb: str, *days: Named, today: date) -> None:
    """Raises StepRefused when the days of a step do not follow each other."""
    if wrong := order_of(*days, today=today):
        raise StepRefused(verb, wrong)


def label_of(model: type[Model], name: str) -> str:
    """What a column is called."""
    return str(name_of(model, name))


def name_of(model: type[Model], name: str) -> Any:
    """The same, put into words only when somebody is told: most days follow each other."""
    field = model._meta.get_field(name)
    assert isinstance(field, Field)
    return field.verbose_name


def days_follow_each_other(case: DisputeCase, act: Act) -> str:
    names = ("received_on", "accepted_on", "assigned_on", "closed_on", "closed_out_on", "archived_on")
    days = [(name_of(type(case), name), getattr(case, name)) for name in names]
    return " ".join(order_of(*days, today=act.today))


def route_days_follow_each_other(route: PostAgreementRoute, act: Act) -> str:
    names = ("filed_on", "docketed_on", "issued_on", "served_on", "ended_on")
    effective_on = getattr(getattr(route.case, "agreement", None), "effective_on", None)
    days = [(_("effect of the agreement"), effective_on)]
    days += [(name_of(type(route), name), getattr(route, name)) for name in names]
    return " ".join(order_of(*days, today=act.today))
