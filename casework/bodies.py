"""The body of an API request from the form of a page: same fields, same words, same validation."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from django import forms
from django.http import QueryDict
from rest_framework import serializers
from rest_framework.request import Request

from casework.fields import AttachmentsField, PairsField, RowsField
from casework.forms import VerbForm
from casework.verbs import version_in


def choices_of(field: Any) -> list[tuple[Any, Any]]:
    """Values with their labels: by both the description knows that a form and a model mean the same set."""
    return [(value, label) for value, label in field.choices if value != ""]


def options(field: forms.Field) -> dict[str, Any]:
    """What every field of a body has: whether it is needed, and its help in words."""
    words = " ".join(str(part) for part in (field.label, field.help_text) if part)
    return {"required": field.required, "help_text": words}


def nullable(field: forms.Field) -> dict[str, Any]:
    return {**options(field), "allow_null": not field.required}


KINDS: list[tuple[type[forms.Field], Callable[[Any], serializers.Field[Any, Any, Any, Any]]]] = [
    (RowsField, lambda f: rows_of(f)),
    (PairsField, lambda f: serializers.DictField(child=serializers.CharField(allow_blank=True), **options(f))),
    (
        AttachmentsField,
        lambda f: serializers.ListField(child=serializers.FileField(), **options(f)),
    ),
    (forms.FileField, lambda f: serializers.FileField(**options(f))),
    (
        forms.ModelMultipleChoiceField,
        lambda f: serializers.ListField(child=key_of(f), **options(f)),
    ),
    (forms.ModelChoiceField, lambda f: key_of(f, **nullable(f))),
    (
        forms.MultipleChoiceField,
        lambda f: serializers.ListField(child=one_of(f), **options(f)),
    ),
    (
        forms.ChoiceField,
        lambda f: serializers.ChoiceField(choices_of(f), allow_blank=not f.required, **options(f)),
    ),
    (forms.BooleanField, lambda f: serializers.BooleanField(**options(f))),
    (forms.DateTimeField, lambda f: serializers.DateTimeField(**nullable(f))),
    (forms.TimeField, lambda f: serializers.TimeField(**nullable(f))),
    (forms.DateField, lambda f: serializers.DateField(**nullable(f))),
    (
        forms.DecimalField,
        lambda f: serializers.DecimalField(max_digits=f.max_digits, decimal_places=f.decimal_places, **nullable(f)),
    ),
    (
        forms.IntegerField,
        lambda f: serializers.IntegerField(min_value=f.min_value, max_value=f.max_value, **nullable(f)),
    ),
    (
        forms.CharField,
        lambda f: serializers.CharField(max_length=f.max_length, allow_blank=not f.required, **options(f)),
    ),
]


def key_of(field: Any, **more: Any) -> serializers.Field[Any, Any, Any, Any]:
    """A row is named by its key: a number, or a code such as a category's."""
    model = field.queryset.model if field.queryset is not None else None
    text = model is not None and model._meta.pk.get_internal_type() == "CharField"
    return serializers.CharField(**more) if text else serializers.IntegerField(min_value=1, **more)


def one_of(field: Any) -> serializers.Field[Any, Any, Any, Any]:
    """One of the choices; of a field whose choices are known only with the file, any text, which the form judges."""
    choices = choices_of(field)
    return serializers.ChoiceField(choices) if choices else serializers.CharField()


def rows_of(field: RowsField) -> serializers.Field[Any, Any, Any, Any]:
    body = serializer_of(field.row_form)
    return body(many=True, **options(field))


def serializer_field(field: forms.Field) -> serializers.Field[Any, Any, Any, Any]:
    return next(make(field) for kind, make in KINDS if isinstance(field, kind))


@cache
def serializer_of(form: type[forms.Form]) -> type[serializers.Serializer[Any]]:
    """The documented shape of the body: one field for each field of the form, and the version seen.

    It is made once for each form and called after its app, so that two apps may both have a form of that name.
    """
    fields: dict[str, Any] = {name: serializer_field(field) for name, field in form.base_fields.items()}
    if issubclass(form, VerbForm):
        fields["version"] = serializers.IntegerField(
            required=False, min_value=1, help_text="The version this act was decided on; another one answers 409."
        )
    app = form.__module__.partition(".")[0].title()
    return type(f"{app}{form.__name__.removesuffix('Form')}Body", (serializers.Serializer,), fields)


def typed_in(request: Request, form: type[VerbForm], **context: Any) -> tuple[VerbForm, int | None]:
    """The bound form and the version seen. Raises ValidationError for a body of the wrong shape."""
    data = request.data
    if isinstance(data, QueryDict):
        return form(data, request.FILES, **context), version_in(data.get("version", ""))
    shape = serializer_of(form)(data=data)
    shape.is_valid(raise_exception=True)
    plain = {name: value for name, value in shape.validated_data.items() if value is not None}
    return form(plain, request.FILES, **context), plain.get("version")


def checked(form: VerbForm) -> dict[str, Any]:
    """The named arguments of the action. Raises ValidationError with the form's own words."""
    if form.is_valid():
        return form.cleaned_data
    errors = {"non_field_errors" if k == "__all__" else k: list(map(str, v)) for k, v in form.errors.items()}
    raise serializers.ValidationError(errors)
