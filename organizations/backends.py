"""Who is signed in, read together with the duties held: each request needs both."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend

from .models import Officer, User


class OfficerBackend(ModelBackend):
    """Passwords as Django checks them; the person of a session comes with the duties of today, in one statement."""

    def get_user(self, user_id: Any) -> User | None:
        duties = list(Officer.objects.of(user_id))
        if not duties:
            return super().get_user(user_id)  # somebody without a duty today
        user = duties[0].user
        assert user
        user.duties = duties
        return user if self.user_can_authenticate(user) else None
