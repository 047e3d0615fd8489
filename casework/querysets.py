"""What every file's queryset offers. Closed by default: a kind of file says itself who may know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models

if TYPE_CHECKING:
    from organizations.models import Officer


class AmongThese(models.Func):
    """`key = ANY(ARRAY(…))`: the few keys are read first, and beside OR each side is still found by its own index.

    `IN (SELECT …)` there makes PostgreSQL read every row. Arguments: the key, and an ArraySubquery of keys.
    """

    arg_joiner = " = ANY("
    template = "%(expressions)s)"
    output_field = models.BooleanField()


class FileQuerySet(models.QuerySet[Any]):
    def visible_to(self, officer: Officer) -> Self:
        """The files an officer may know of. Every read in pages and API starts here."""
        return self.none()

    def within(self, officer: Officer) -> Self:
        """Files of the officer's own organisation and of all below it."""
        return self.filter(scope__startswith=officer.path) if officer.path else self.none()

    def for_list(self) -> Self:
        return self.select_related("org").order_by("-pk")

    def for_page(self) -> Self:
        return self.select_related("org__region")

    def with_clocks(self) -> Self:
        """With the clocks and their rules: one more statement."""
        clocks: Any = self.model._meta.get_field("deadlines").related_model
        return self.prefetch_related(models.Prefetch("deadlines", clocks._default_manager.select_related("rule")))

    def for_step(self) -> Self:
        """What is read of a file before a step is taken: no more than the steps ask for."""
        return self.for_page()
