"""Why a step on an article is not possible, in the officer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from casework.deadlines import policy_in

if TYPE_CHECKING:
    from casework.workflow import Act
    from hotline.models import KnowledgeVersion


def is_kept_here(version: KnowledgeVersion, act: Act) -> str:
    if version.is_kept_by(act.by):
        return ""
    keeper = version.org or _("the union of the province")
    return _("This article is kept by %(union)s.") % {"union": keeper}


def read_by_a_second_person(version: KnowledgeVersion, act: Act) -> str:
    """What is told to workers as the union's word is read by somebody else first: policy `knowledge_second_reader`."""
    drafter = version.drafted_by
    region = version.org.region if version.org else None
    own = drafter is not None and drafter.user_id == act.by.user_id
    if own and policy_in("knowledge_second_reader", region, act.today):
        return _("Who wrote this text cannot publish it: somebody else has to read it.")
    return ""


def is_the_newest(version: KnowledgeVersion, act: Act) -> str:
    """An older edition is not taken up again: its text may be copied into a new one."""
    newer = version.article.versions.filter(edition__gt=version.edition).exclude(fingerprint="").exists()
    return _("There is a newer version of this article.") if newer else ""


def nothing_is_being_drafted(version: KnowledgeVersion, act: Act) -> str:
    """Two drafts of one article would overwrite each other."""
    if version.article.versions.filter(state=version.State.DRAFT).exists():
        return _("A new version of this article is being drafted already.")
    return ""


def begins_after_the_last(version: KnowledgeVersion, act: Act) -> str:
    """Versions follow one another in time."""
    later = version.article.versions.filter(state=version.State.PUBLISHED, valid_from__gt=version.valid_from)
    if later.exists():
        return _("It has to come into force after the version before it.")
    return ""
