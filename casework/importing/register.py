"""The columns of every register: the number of the row, the union, the category."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.importing.columns import Column
from casework.importing.fields import CodeField, LineField

NUMBER = Column(
    "external_no",
    LineField(max_length=60, label=_("Number in the former register")),
    _("Number in the former register; once in each organisation."),
)
UNION = Column(
    "organization",
    CodeField(digits=6, label=_("Union that handles it")),
    _("Division code of the union, such as 532923."),
)


def category_column(*, required: bool) -> Column:
    field = CodeField(digits=4, required=required, label=_("Category"))
    return Column("category", field, _("Code of the category, such as 0101."))
