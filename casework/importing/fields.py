"""Fields for cells: those of the forms, with what spreadsheet programs do to values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.fields import (
    COUNTRY_CODE,
    DATE_WORDS,
    PHONE,
    DayField,
    MoneyField,
    NumberTextField,
    PhoneField,
)
from casework.fields import (
    LineField as LineField,  # noqa: PLC0414 - columns name it beside the fields for cells
)
from casework.widths import half_width

TIME_WORDS = r"(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2}))?[秒分]?(?:\.\d+)?"
MOMENT = re.compile(rf"^(.+?)[T\s]*{TIME_WORDS}(Z|[+-]\d{{2}}:?\d{{2}})?$")
PLAIN = re.compile(r"^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?$", re.ASCII)  # what nearly every file holds
SERIAL = re.compile(r"^\d{5}(\.\d+)?$")
SERIAL_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  # a day count without a zone; the zone is added to the result
DAY_SECONDS = 24 * 60 * 60


class TextField(forms.CharField):
    """Text of several lines."""

    def __init__(self, *, max_length: int = 4000, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)


class CodeField(NumberTextField):
    """A code of digits; zeros in front that a spreadsheet program has dropped are put back."""

    def __init__(self, *, digits: int, **kwargs: Any) -> None:
        self.digits = digits
        super().__init__(max_length=20, **kwargs)

    def to_python(self, value: Any) -> str:
        code = super().to_python(value)
        return code.zfill(self.digits) if code else ""


class ListedPhoneField(PhoneField):
    """A telephone number; a landline whose zero in front a spreadsheet program has dropped gets it back."""

    def to_python(self, value: Any) -> str:
        number = COUNTRY_CODE.sub("", super().to_python(value))
        return f"0{number}" if not PHONE.match(number) and PHONE.match(f"0{number}") else number


class CountField(forms.IntegerField):
    """Whole seconds or persons, zero or more, in half or full width."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_value=most, **kwargs)

    def to_python(self, value: Any) -> int | None:
        return super().to_python(half_width(value) if isinstance(value, str) else value)


class ChoiceWordField(forms.Field):
    """One of a list of codes; upper or lower case."""

    def __init__(self, codes: Iterable[str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.codes = tuple(codes)

    def to_python(self, value: Any) -> str:
        return half_width(value or "").lower()

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and value not in self.codes:
            raise ValidationError(_("Please enter one of: %(codes)s."), params={"codes": ", ".join(self.codes)})


class MomentField(forms.Field):
    """A day with its time, in Asia/Shanghai unless the cell names an offset; also as the day count of a spreadsheet."""

    def to_python(self, value: Any) -> datetime | None:
        text = half_width(value or "")
        if not text:
            return None
        try:
            return aware(text)
        except (ValueError, OverflowError) as error:
            words = _("Please enter day and time, such as 2026-11-20 09:30.")
            raise ValidationError(words, code="invalid") from error

    def validate(self, value: datetime | None) -> None:
        super().validate(value)
        if value and value.year < 1950:
            raise ValidationError(_("Please check the year."), code="invalid")
        if value and value > timezone.now():
            raise ValidationError(_("This moment is still to come."), code="future")


MIDNIGHT = re.compile(r"[T\s]+0?0[:时]00(?:[:分]00)?[秒分]?$")


class ListedDayField(DayField):
    """A day as a spreadsheet program writes it too: with a time of midnight, or as its count of days."""

    def to_python(self, value: Any) -> Any:
        text = MIDNIGHT.sub("", half_width(value or ""))
        if SERIAL.match(text) and "." not in text:
            return (SERIAL_EPOCH + timedelta(days=int(text))).date()
        return super().to_python(text)

    def validate(self, value: Any) -> None:
        self.today = timezone.localdate()
        super().validate(value)


class PaymentsField(forms.Field):
    """What was paid on which day: `2025-03-04:1200.50;2025-04-01:800`. Cleans to (day, amount) in their order."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.day, self.amount = ListedDayField(), MoneyField(above_zero=True)

    def to_python(self, value: Any) -> list[tuple[date, Decimal]]:
        parts = [part for part in re.split(r"[;；]", value or "") if part.strip()]
        return sorted((self.payment(part) for part in parts), key=lambda pair: pair[0])

    def payment(self, part: str) -> tuple[date, Decimal]:
        day, colon, amount = half_width(part).rpartition(":")
        if not colon:
            raise ValidationError(_("Please enter payments as day:amount, such as 2025-03-04:1200.50;2025-04-01:800."))
        return self.day.clean(day), self.amount.clean(amount)


def aware(text: str) -> datetime:
    """Raises ValueError."""
    if PLAIN.match(text):
        return timezone.make_aware(datetime.fromisoformat(text))
    if SERIAL.match(text):
        return timezone.make_aware(SERIAL_EPOCH + timedelta(seconds=round(float(text) * DAY_SECONDS)))
    found = MOMENT.match(text)
    day = DATE_WORDS.match(found[1]) if found else None
    if not found or not day:
        raise ValueError(text)
    date = "{}-{:0>2}-{:0>2}".format(*day.groups())
    clock = ":".join((part or "0").zfill(2) for part in found.groups()[1:4])
    offset = (found[5] or "").replace("Z", "+00:00")
    moment = datetime.fromisoformat(f"{date}T{clock}{offset}")
    return moment if offset else timezone.make_aware(moment)
