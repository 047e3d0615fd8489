"""Answers the hotline gives: articles in versions, with the law cited, and which of them a call was told."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.models import AbstractEvent, Category, File
from hotline.models.calls import CallRecord
from hotline.querysets.knowledge import PROVINCIAL, VersionQuerySet
from hotline.spelling import spelled
from organizations.models import Officer, UnionOrg


class KnowledgeArticle(models.Model):
    """What all versions of one answer have in common: nothing but being the same answer."""

    code = models.CharField(_("code"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("knowledge article")
        verbose_name_plural = _("knowledge articles")
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="one_article_per_code"),
        ]

    def __str__(self) -> str:
        return self.code or f"#{self.pk}"


class KnowledgeVersion(File):
    """One wording of an answer. Published it never changes again; a change is a new version.

    `scope` is the path of the union that keeps it: whoever serves there or below may read it. The law of the land has
    no union and an empty scope; the unions of the provinces keep it.
    """

    collection = "knowledge"

    class State(models.TextChoices):
        DRAFT = "draft", _("Being drafted")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn from use")

    STAGES = [(_("Drafted"), {"draft"}), (_("In use"), {"published"}), (_("No longer in use"), {"withdrawn"})]
    TONES = {"draft": "warning", "published": "success", "withdrawn": "neutral"}
    TEXT = ("title", "law", "law_articles", "text", "search_words")

    state = models.CharField(_("state"), max_length=24, choices=State.choices)
    org = models.ForeignKey(  # type: ignore[assignment]  # the law of the land has no union
        UnionOrg, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kept by")
    )
    article = models.ForeignKey(
        KnowledgeArticle, models.PROTECT, related_name="versions", verbose_name=_("knowledge article")
    )
    edition = models.PositiveIntegerField(_("edition"), default=1)
    title = models.CharField(_("title"), max_length=100)
    text = models.TextField(_("text of the answer"))
    law = models.CharField(_("law cited"), max_length=200)
    law_articles = models.CharField(_("articles of the law"), max_length=100, blank=True)
    categories = ArrayField(models.CharField(max_length=4), verbose_name=_("categories it applies to"))
    search_words = models.CharField(_("other words people look for"), max_length=200, blank=True)
    search_key = models.TextField(_("what the search looks at"), editable=False)
    drafted_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("drafted by")
    )
    valid_from = models.DateField(_("in force from"))
    valid_to = models.DateField(_("no longer in force on"), null=True, blank=True)
    fingerprint = models.CharField(_("fingerprint of the published text"), max_length=64, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of an article")
        verbose_name_plural = _("versions of articles")
        indexes = [models.Index(fields=["scope", "-id"], name="knowledge_list")]
        constraints = [
            models.UniqueConstraint(fields=["article", "edition"], name="one_text_per_edition"),
            models.UniqueConstraint(fields=["article"], condition=Q(state="draft"), name="one_draft_per_article"),
            models.CheckConstraint(
                name="article_ends_after_it_begins", condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))
            ),
            models.CheckConstraint(
                name="what_is_published_is_fixed", condition=~Q(state="published") | ~Q(fingerprint="")
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The key of the search follows the text."""
        self.search_key = self.key()
        if kwargs.get("update_fields"):
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_key"}
        super().save(*args, **kwargs)

    def key(self) -> str:
        """Everything it is found by, in small letters: its words, and the title as it is spelled and abbreviated."""
        names = Category.objects.filter(pk__in=self.categories).values_list("name", flat=True)
        words = [self.title, self.search_words, self.law, self.law_articles, *names, self.text]
        return "\n".join([*words, *spelled(f"{self.title} {self.search_words}")]).lower()

    @property
    def state_tone(self) -> str:
        return self.TONES[self.state]

    @property
    def keeper(self) -> str:
        """The union that keeps it; the law of the land is kept for all."""
        return str(self.org) if self.org else gettext("all unions")

    @property
    def citation(self) -> str:
        return f"{self.law}{self.law_articles}"

    @property
    def answer(self) -> str:
        """What goes into the answer of a call: the text, and the law it stands on."""
        return gettext("%(text)s (%(law)s)") % {"text": self.text, "law": self.citation}

    def in_force(self, on: date) -> bool:
        return (
            self.state == self.State.PUBLISHED and self.valid_from <= on and (not self.valid_to or self.valid_to > on)
        )

    def is_kept_by(self, officer: Officer) -> bool:
        """The union that wrote it keeps it; the law of the land is kept by the unions of the provinces."""
        if self.org_id:
            return self.org_id == officer.org_id
        return officer.org is not None and officer.org.level in PROVINCIAL

    def print_of(self) -> str:
        """What makes two texts the same: the SHA-256 of all that is read out."""
        parts = [*(getattr(self, name) for name in self.TEXT), *self.categories, self.valid_from.isoformat()]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


class KnowledgeEvent(AbstractEvent):
    file = models.ForeignKey(KnowledgeVersion, models.PROTECT, related_name="events")


class CallAnswer(models.Model):
    """An article whose text went into the answer of a call, in the version the caller was told."""

    call = models.ForeignKey(CallRecord, models.PROTECT, related_name="articles", verbose_name=_("call"))
    version = models.ForeignKey(
        KnowledgeVersion, models.PROTECT, related_name="calls", verbose_name=_("version of an article")
    )
    inserted_at = models.DateTimeField(_("inserted"), default=timezone.now)

    class Meta:
        verbose_name = _("article told to a caller")
        verbose_name_plural = _("articles told to callers")
        ordering = ("inserted_at", "pk")
        constraints = [models.UniqueConstraint(fields=["call", "version"], name="one_row_per_call_and_version")]

    def __str__(self) -> str:
        return f"#{self.pk}"
