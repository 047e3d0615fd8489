"""The URLs of one kind of file, the same for all: page, step, paper, personal data, who is there."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Model
from django.http import HttpResponse
from django.urls import URLPattern, path

from casework import views
from casework.pages import step_page, visible
from casework.verbs import VerbTable
from organizations.http import OfficerRequest

Page = Callable[..., HttpResponse]


def file_routes(collection: str, model: type[Model], verbs: VerbTable, page: Page) -> list[URLPattern]:
    """`/<collection>/<pk>/…`; the app adds its own list and creation pages in front."""

    def step(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
        return step_page(request, visible(request, model, pk), verbs, verb)

    given = {"model": model}
    return [
        path(f"{collection}/<int:pk>/", page, name=f"{collection}-page"),
        path(f"{collection}/<int:pk>/papers/<int:paper_pk>/", views.paper, given, name=f"{collection}-paper"),
        path(f"{collection}/<int:pk>/reveal/", views.reveal_page, given, name=f"{collection}-reveal"),
        path(f"{collection}/<int:pk>/presence/", views.presence, given, name=f"{collection}-presence"),
        path(f"{collection}/<int:pk>/<slug:verb>/", step, name=f"{collection}-step"),
    ]
