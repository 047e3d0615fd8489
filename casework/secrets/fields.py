"""Model fields for personal data: sealed in the database, plain in Python, found by blind index."""

from collections.abc import Callable, Iterable
from typing import Any, Never

from django.core import checks
from django.core.exceptions import FieldDoesNotExist, FieldError
from django.db import models

from . import vault


def context(field: "models.Field[Any, Any]") -> str:
    """What a sealed value is bound to: the table's model and the field."""
    return f"{field.model._meta.label_lower}.{field.name}"


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]  # not subscriptable at run time
    """Text that leaves Python only sealed. It cannot be searched or sorted by; use a BlindIndexField beside it."""

    def from_db_value(self, value: str | None, *_: object) -> str | None:
        return vault.unseal(value, context(self)) if value else value

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if hasattr(value, "resolve_expression"):
            return super().get_db_prep_save(value, connection)
        return vault.seal(str(value), context(self)) if value else value

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        self._refuse(lookup_name)

    def get_transform(self, lookup_name: str) -> Any:
        self._refuse(lookup_name)

    def _refuse(self, lookup_name: str) -> Never:
        raise FieldError(f"{context(self)} is encrypted and has no lookup {lookup_name!r}; search its blind index")


class BlindIndexField(models.CharField):  # type: ignore[type-arg]  # not subscriptable at run time
    """A keyed fingerprint of another field of the row, kept in step with it, for exact search.

    `of` names the field, `normalise` brings different spellings of one value together before the fingerprint is taken.
    The model must inherit BlindIndexed, or a save with `update_fields` would leave the index behind.
    """

    def __init__(self, *args: Any, of: str = "", normalise: Callable[[str], str] | None = None, **kwargs: Any) -> None:
        self.of, self.normalise = of, normalise
        kwargs.update(max_length=vault.FINGERPRINT_HEX, blank=True, editable=False)
        kwargs.setdefault("db_index", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        for fixed in ("max_length", "blank", "editable"):
            kwargs.pop(fixed, None)
        kwargs |= {"of": self.of, "db_index": kwargs.get("db_index", False)}
        if self.normalise:
            kwargs["normalise"] = self.normalise
        return name, path, args, kwargs

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        return [*super().check(**kwargs), *self._check_of(), *self._check_model()]

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        index = self.blind(getattr(model_instance, self.of) or "")
        setattr(model_instance, self.attname, index)
        return index

    def blind(self, value: str) -> str:
        """The index of a value under the current key."""
        return vault.fingerprint(self._normal(value), context(self))

    def candidates(self, value: str) -> list[str]:
        """Every index the value may stand under, former keys included; none for an empty value."""
        normal = self._normal(value)
        return vault.fingerprints(normal, context(self)) if normal else []

    def _normal(self, value: str) -> str:
        return self.normalise(value) if self.normalise else value.strip()

    def _check_of(self) -> list[checks.CheckMessage]:
        try:
            self.model._meta.get_field(self.of)
        except FieldDoesNotExist:
            return [checks.Error(f"There is no field {self.of!r} to index.", obj=self, id="casework.E001")]
        return []

    def _check_model(self) -> list[checks.CheckMessage]:
        if issubclass(self.model, BlindIndexed):
            return []
        return [checks.Error("A model with a blind index must inherit BlindIndexed.", obj=self, id="casework.E002")]


class BlindIndexed(models.Model):
    """Saves the blind index of every field that is saved."""

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        if update_fields is not None:
            saved = set(update_fields)
            update_fields = saved | {index.name for index in blind_indexes(type(self)) if index.of in saved}
        super().save(*args, update_fields=update_fields, **kwargs)


def blind_indexes(model: type[models.Model]) -> list[BlindIndexField]:
    return [field for field in model._meta.local_fields if isinstance(field, BlindIndexField)]


def by_blind(field: BlindIndexField, value: str) -> models.Q:
    """The rows whose indexed field equals the value, under the current key or a former one; none for an empty value."""
    return models.Q(**{f"{field.name}__in": field.candidates(value)})
