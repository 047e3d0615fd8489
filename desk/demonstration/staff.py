"""The people of the demonstration: named ones who may sign in, and one small staff for every other county."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.hashers import make_password

from desk.demonstration.texts import table
from organizations.models import Authority, Certificate, Duty, Officer, UnionOrg, User

SERVED_DAYS = 5 * 365
CERTIFIED_DAYS = 4 * 365
CERTIFIED = {Duty.MEDIATOR: Certificate.Kind.MEDIATOR, Duty.SUPERVISOR: Certificate.Kind.SUPERVISOR}
CASE_LIMIT = 200
# Whoever drafts a letter or makes a report does not sign it, so a small staff has three people.
SHARED = [
    {Duty.HOTLINE_OPERATOR, Duty.CASE_OFFICER, Duty.SUPERVISOR, Duty.LIAISON, Duty.STATISTICIAN},
    {Duty.DUTY_LEADER, Duty.MEDIATOR, Duty.SUPERVISOR, Duty.QUALITY_INSPECTOR},
    {Duty.COMMITTEE_DIRECTOR, Duty.SIGNATORY},
]


@dataclass(frozen=True)
class Post:
    """A duty to be filled."""

    username: str
    name: str
    duty: str
    org: UnionOrg | None = None
    authority: Authority | None = None


def employ(password: str, today: date, empty: Iterable[str]) -> None:
    """People, duties and certificates. Counties in `empty` get nobody but what a superior sees anyway."""
    orgs = {org.region_id: org for org in UnionOrg.objects.filter(kind=UnionOrg.Kind.FEDERATION)}
    named = list(named_posts(orgs))
    done = {post.org.pk for post in named if post.org}
    others = [org for code, org in orgs.items() if org.pk not in done and code not in empty]
    posts = [*named, *(post for org in others for post in shared_posts(org))]
    fill(posts, password, today)


def named_posts(orgs: dict[str, UnionOrg]) -> Iterator[Post]:
    """`mediator`, `mediator.binchuan`, `court.xiangyun` and their colleagues."""
    staff = table("staff")
    for place in staff["places"]:
        org = orgs[place["region"]]
        for username, duty, part in staff["duties"]:
            name = staff["name"].format(surname=place["surname"], part=part)
            yield Post(f"{username}{place['suffix']}", name, duty, org)
            if duty == Duty.SUPERVISOR:
                yield Post(f"{username}2{place['suffix']}", staff["deputy"].format(name=name), duty, org)
    for username, kind, name in staff["authorities"]:
        authority = Authority.objects.get(kind=kind, region="532923")
        yield Post(username, name, Duty.AUTHORITY_OFFICER, authority=authority)


def shared_posts(org: UnionOrg) -> Iterator[Post]:
    """Three people without names of their own hold all duties; they cannot sign in."""
    for n, duties in enumerate(SHARED, 1):
        name = table("staff")["anonymous"].format(place=org.region.name, n=n)
        for duty in sorted(duties):
            yield Post(f"staff{n}.{org.region_id}", name, duty, org)


def fill(posts: list[Post], password: str, today: date) -> None:
    """Write people, duties and certificates. One hash serves all: the password is one and is printed at every start."""
    since = today - timedelta(days=SERVED_DAYS)
    hashed, locked = make_password(password), make_password(None)
    people = {post.username: post for post in posts}
    User.objects.bulk_create(
        [
            User(
                username=name,
                display_name=post.name,
                password=locked if name.startswith("staff") else hashed,
            )
            for name, post in people.items()
        ]
    )
    users = User.objects.in_bulk(list(people), field_name="username")
    Officer.objects.bulk_create(
        [
            Officer(
                user=users[post.username],
                org=post.org,
                authority=post.authority,
                duty=post.duty,
                valid_from=since,
                case_limit=CASE_LIMIT,
            )
            for post in posts
        ]
    )
    certify(Officer.objects.filter(user__in=users.values(), duty__in=CERTIFIED), today)


def certify(officers: Iterable[Officer], today: date) -> None:
    words = table("staff")
    Certificate.objects.bulk_create(
        [
            Certificate(
                officer=officer,
                kind=CERTIFIED[Duty(officer.duty)],
                number=words["certificate"].format(n=n),
                issued_by=words["issuer"],
                issued_on=today - timedelta(days=CERTIFIED_DAYS),
                valid_until=today + timedelta(days=CERTIFIED_DAYS - n % 5 * 300),
            )
            for n, officer in enumerate(officers, 1)
        ]
    )


def staff_by_place() -> dict[int, dict[str, list[Officer]]]:
    """Everybody by organisation and duty, with all that a step looks at."""
    found: dict[int, dict[str, list[Officer]]] = {}
    rows: Any = Officer.objects.exclude(org=None).select_related("user", "org__region").order_by("pk")
    for officer in rows:
        found.setdefault(officer.org_id, {}).setdefault(officer.duty, []).append(officer)
    return found
