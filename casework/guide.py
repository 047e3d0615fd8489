"""What the states of each kind of file mean, read off the very table of steps the pages and the API go by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from casework.models import File
from casework.workflow import Step
from organizations.http import OfficerRequest
from organizations.models import Duty


@dataclass(frozen=True)
class Way:
    """A step that leads from one state to another, and whose it is."""

    step: str
    state: str
    who: list[str]


@dataclass(frozen=True)
class StateGuide:
    """One state: how a file comes into it, how it goes on, and what else can be done meanwhile."""

    value: str
    label: str
    came: list[Way]
    onward: list[Way]
    meanwhile: list[str]

    @property
    def is_end(self) -> bool:
        return not self.onward


@require_GET
def guide(request: OfficerRequest, kind: str) -> HttpResponse:
    model = kinds().get(kind)
    if model is None:
        raise Http404
    title = _("The states of: %(kind)s") % {"kind": model._meta.verbose_name}
    return render(request, "casework/guide.html", {"title": title, "states": list(states_of(model))})


def kinds() -> dict[str, Any]:
    """Every kind of file that has a table of steps."""
    found = (model for model in apps.get_models() if issubclass(model, File) and hasattr(model, "workflow"))
    return {model._meta.label_lower: model for model in found}


def states_of(model: Any) -> Iterator[StateGuide]:
    steps: list[Step] = list(model.workflow.steps.values())
    labels = dict(model.State.choices)
    for value, label in labels.items():
        here = [step for step in steps if value in step.sources]
        came = [way(step, str(labels.get(source, ""))) for step in steps for source in sources(step, value)]
        onward = [way(step, str(labels[step.target])) for step in here if step.target not in {None, value}]
        meanwhile = [str(step.label) for step in here if step.target in {None, value}]
        yield StateGuide(value, str(label), came, onward, meanwhile)


def sources(step: Step, state: str) -> list[str]:
    """The states a step leads from into this one; "" for a step that opens a file in it."""
    if step.target != state:
        return []
    return [source for source in step.sources if source != state] or ([] if step.sources else [""])


def way(step: Step, state: str) -> Way:
    return Way(str(step.label), state, [str(Duty(duty).label) for duty in sorted(step.duties)])
