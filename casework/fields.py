"""Form fields that take what people in offices type: full-width digits, 2025年7月1日, 12,000元."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from stdnum.cn import uscc
from stdnum.exceptions import ValidationError as NumberError

from casework.attachments import kept
from casework.identity import is_identity_number
from casework.widths import half_width

DATE_WORDS = re.compile(r"^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$")
COUNTRY_CODE = re.compile(r"^(?:\+|00)86-?|^86-?(?=1[3-9]\d{9}$)")
WHITE = re.compile(r"\s+")
UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")  # joiners, marks of direction
SPACES = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\ufeff]")  # and the invisible signs of a copied number
DASHES = re.compile(r"[\u2010-\u2015\u2212\u30fc\u4e00]")
AREA_WITHOUT_ZERO = re.compile(r"^(10|[2-9]\d{1,2})-?\d{7,8}$")
MOBILE_IN_GROUPS = re.compile(r"^((?:\+|00)?86-?)?(1[3-9]\d)-?(\d{4})-?(\d{4})$")
PHONE = re.compile(r"^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,5})?|\d{7,8}|[48]00-?\d{3}-?\d{4}|1\d{4})$")


def employer_search(chosen: str = "") -> dict[str, Any]:
    """Attributes of a text in which an employer is looked for while it is typed; without script it is plain text.

    `chosen` is the field that takes the key of the entry chosen; without one the official name is put in the text.
    """
    address = reverse_lazy("desk:employers-suggestions")
    return {"autocomplete": "off", "data-employer-search": address, "data-employer-field": chosen}


class DayField(forms.DateField):
    """A calendar day in Asia/Shanghai, as a rule not in the future."""

    today: date | None = None
    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("This is no day of the calendar. Please write it such as 2026-11-20.")
    }

    def __init__(self, *, starts_today: bool = True, may_be_future: bool = False, **kwargs: Any) -> None:
        typed = {"data-day": "", "autocomplete": "off", "placeholder": _("e.g. 2026-11-20")}
        kwargs.setdefault("widget", forms.DateInput(attrs=typed, format="%Y-%m-%d"))
        super().__init__(**kwargs)
        self.starts_today, self.may_be_future = starts_today and not may_be_future, may_be_future

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and (found := DATE_WORDS.match(half_width(value))):
            value = "{}-{:0>2}-{:0>2}".format(*found.groups())
        day = super().to_python(value)
        if day and day.year < 1950:
            raise ValidationError(_("Please check the year."), code="invalid")
        return day

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and self.today and not self.may_be_future and value > self.today:
            raise ValidationError(_("This day is still to come. Please enter a day up to today."), code="future")


ABOVE_ZERO, NOT_BELOW_ZERO = _("Please enter an amount above zero."), _("An amount cannot be below zero.")
YUAN = re.compile(r"^(?:¥|RMB|CNY)?(-?[0-9.]*)元?$", re.IGNORECASE)


class MoneyField(forms.DecimalField):
    """Yuan with two decimals, zero or more. A line of text, as "12,000.50元" is pasted too."""

    widget = forms.TextInput

    def __init__(self, *, above_zero: bool = False, **kwargs: Any) -> None:
        super().__init__(max_digits=14, decimal_places=2, **kwargs)
        least, words = (Decimal("0.01"), ABOVE_ZERO) if above_zero else (Decimal(0), NOT_BELOW_ZERO)
        self.validators.append(MinValueValidator(least, words))

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # Django's own DecimalField does too
        if isinstance(value, str):
            value = re.sub(r"[,，\s]", "", half_width(value))
            found = YUAN.match(value)
            if not found:
                raise ValidationError(_("Please enter one amount in yuan, without other currencies."), code="currency")
            value = found[1]
        return super().to_python(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal", "class": "number"}


class LineField(forms.CharField):
    """One line of text: line breaks that a system or a cell sends become spaces, as a browser does by itself.

    Signs nobody sees are left out: they hide a name, or turn the line around it.
    """

    def to_python(self, value: Any) -> str:
        seen = UNSEEN.sub("", str(value)) if value else value
        return WHITE.sub(" ", super().to_python(seen) or "")


class NumberTextField(forms.CharField):
    """A number written as text, typed in half or full width."""

    def to_python(self, value: Any) -> str:
        return half_width(super().to_python(value) or "")


class PhoneField(NumberTextField):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}))
        super().__init__(max_length=30, **kwargs)

    def to_python(self, value: Any) -> str:
        """Without spaces, a mobile number without dashes, and without the country code some telephones put in front."""
        number = DASHES.sub("-", SPACES.sub("", super().to_python(value)))
        number = MOBILE_IN_GROUPS.sub(r"\2\3\4", number.replace("(", "").replace(")", "-"))
        national = COUNTRY_CODE.sub("", number)
        return f"0{national}" if national != number and AREA_WITHOUT_ZERO.match(national) else national

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not PHONE.match(value):
            raise ValidationError(_("This is not a telephone number. Example: 13800001234 or 0872-3120000."))


class IdNumberField(NumberTextField):
    """A resident identity number (GB 11643)."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        super().__init__(max_length=18, **kwargs)

    def to_python(self, value: Any) -> str:
        return super().to_python(value).upper()

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not is_identity_number(value, timezone.localdate()):
            raise ValidationError(_("This identity number is not right: 18 characters, please compare with the card."))


class USCCField(NumberTextField):
    """A unified social credit code (GB 32100)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=18, **kwargs)

    def to_python(self, value: Any) -> str:
        return super().to_python(value).upper()

    def validate(self, value: str) -> None:
        super().validate(value)
        try:
            if value:
                uscc.validate(value)
        except NumberError as error:
            raise ValidationError(
                _("This credit code is not right: 18 characters, please compare with the licence.")
            ) from error


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class AttachmentsField(forms.FileField):
    """Papers to add. Cleans to a list of (title, Blob): checked, and on disk before any row names them."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", ManyFilesInput())
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[tuple[str, Any]]:
        uploads = data if isinstance(data, (list, tuple)) else [data] if data else []
        if not uploads and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return [(upload.name[:150], kept(upload)) for upload in uploads]


class RowsInput(forms.Widget):
    """Rows named `<field>-<n>-<sub>`; the API hands over a list."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        if isinstance(data.get(name), list):
            return data[name]
        pattern = re.compile(rf"^{re.escape(name)}-(\d{{1,4}})-(\w+)$")
        rows: dict[int, dict[str, Any]] = {}
        for key in data:
            if found := pattern.match(key):
                rows.setdefault(int(found[1]), {})[found[2]] = data[key]
        return [rows[n] for n in sorted(rows) if any(str(v).strip() for v in rows[n].values())]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False


class RowForm(forms.Form):
    """One row of a list inside a form, such as a party or a claim."""

    def __init__(self, *args: Any, today: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, DayField):
                field.today = today


class PairsField(forms.Field):
    """Codes with their texts, as one object in a body of the API. A page shows a field for each of them instead."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> dict[str, str]:
        if value in (None, "", {}):
            return {}
        if not isinstance(value, Mapping):
            raise ValidationError(_("Please name each value by its code."))
        return {str(code): str(text) for code, text in value.items()}


class RowsField(forms.Field):
    """A list of rows of the same form, such as claims or instalments. Cleans to a list of dicts."""

    widget = RowsInput
    today: date | None = None

    def __init__(
        self, row_form: type[RowForm], *, min_rows: int = 0, max_rows: int = 500, spare: int = 1, **kwargs: Any
    ) -> None:
        kwargs.setdefault("required", min_rows > 0)
        super().__init__(**kwargs)
        self.row_form, self.min_rows, self.max_rows, self.spare = row_form, min_rows, max_rows, spare

    def rows(self, value: Any) -> list[RowForm]:
        """The typed rows as bound forms."""
        return [self.row_form(dict(row), today=self.today) for row in value or []]

    def clean(self, value: Any) -> list[dict[str, Any]]:
        rows = self.rows(value)
        if len(rows) < self.min_rows:
            raise ValidationError(_("At least %(count)d row is needed."), params={"count": self.min_rows})
        if len(rows) > self.max_rows:
            raise ValidationError(_("At most %(count)d rows are possible."), params={"count": self.max_rows})
        errors = [error for n, row in enumerate(rows, 1) for error in self.row_errors(n, row)]
        if errors:
            raise ValidationError(errors)
        return [row.cleaned_data for row in rows]

    def row_errors(self, n: int, row: forms.Form) -> list[ValidationError]:
        words = _("Row %(n)d, %(field)s: %(error)s")
        return [
            ValidationError(words, params={"n": n, "field": self.label_of(row, name), "error": error})
            for name, errors in row.errors.items()
            for error in errors
        ]

    def label_of(self, row: forms.Form, name: str) -> Any:
        return row.fields[name].label if name in row.fields else ""
