"""In whose name an authority acts that has nobody with an account here: by its link, or by a signed package."""

from __future__ import annotations

from django.utils.translation import gettext

from organizations.models import Authority, Duty, Officer, User


def office_itself(authority: Authority) -> Officer:
    """The authority as such. Nobody can sign in as it, and it does not count as somebody who serves there."""
    name = gettext("%(authority)s (without an account)") % {"authority": authority.name}
    fresh = {"display_name": name[:60], "is_active": False, "password": "!"}
    user, _made = User.objects.get_or_create(username=f"office-{authority.pk}", defaults=fresh)
    row = {"duty": Duty.AUTHORITY_OFFICER, "suspended": True}
    return Officer.objects.get_or_create(user=user, authority=authority, defaults=row)[0]
