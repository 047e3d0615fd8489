"""What every story needs: time, chance, places with their staff and employers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from casework.attachments import keep
from casework.calendars import calendar_of
from casework.models import AbstractRecovery, Blob, Category, Employer
from desk.demonstration import numbers, texts
from desk.demonstration.timeline import Hours, Timeline
from disputes.models.choices import LegalGround
from organizations.models import Duty, Officer, UnionOrg

Recovery = AbstractRecovery.Kind
FORGOTTEN_FOR = timedelta(days=45)
MANY_EMPLOYERS = 10


def keep_proof() -> None:
    """One paper that stands for every proof."""
    title, text = proof()
    keep(SimpleUploadedFile(title, text))


def proof() -> tuple[str, bytes]:
    words = texts.table("words")
    return words["paper_title"], words["paper_text"].encode()


@dataclass
class Place:
    """One union with its people, its employers and its office hours."""

    org: UnionOrg
    staff: dict[str, list[Officer]]
    hours: Hours
    random: Random
    employers: list[Employer] = field(default_factory=list)
    deck: list[str] = field(default_factory=list)
    joined: date = date.min  # cases of before are in its books

    def draw(self, shares: dict[str, int]) -> str:
        """One after the other from a shuffled deck, so that the shares come true; small counties have one together."""
        if not self.deck:
            self.deck.extend(name for name, number in shares.items() for _n in range(number))
            self.random.shuffle(self.deck)
        return self.deck.pop()

    def officer(self, duty: str) -> Officer:
        return self.random.choice(self.staff[duty])

    def first(self, duty: str) -> Officer:
        return self.staff[duty][0]


@dataclass
class World:
    timeline: Timeline
    random: Random
    now: datetime
    deck: list[str] = field(default_factory=list)

    @cached_property
    def categories(self) -> dict[str, Category]:
        return Category.objects.select_related("parent").in_bulk()

    @cached_property
    def partners(self) -> dict[int, Officer]:
        """The officers of authorities which have a desk here."""
        rows = Officer.objects.filter(duty=Duty.AUTHORITY_OFFICER).select_related("user", "authority__region")
        return {officer.authority_id: officer for officer in rows if officer.authority_id}

    @cached_property
    def paper(self) -> list[tuple[str, Blob]]:
        """Read and not handed in anew: that holds its row until the part has ended, and the other part would wait."""
        title, text = proof()
        return [(title, Blob.objects.get(pk=sha256(text).hexdigest()))]

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def forgets(self, at: datetime, share: float) -> bool:
        """Whether a file is left lying: only lately, as in the end somebody asks for it."""
        return self.now - at < FORGOTTEN_FOR and self.chance(share)

    def open_place(
        self, org: UnionOrg, staff: dict[str, list[Officer]], employers: list[Employer], joined: date = date.min
    ) -> Place:
        """A union at work, with the employers of its division."""
        hours = Hours(calendar_of(org.region, timezone.localdate(self.now)), self.random)
        deck = [] if len(employers) >= MANY_EMPLOYERS else self.deck
        return Place(org, staff, hours, self.random, list(employers), deck, joined)


@dataclass(frozen=True)
class Grievance:
    """What somebody complains of: category, employer, amount and words that fit together."""

    category: Category
    employer: Employer
    name: str
    phone: str
    id_number: str
    home: str
    workers: int
    amount: int
    story: dict[str, Any]
    facts: str
    claim: str

    @property
    def ground(self) -> str:
        """The item of the law the dispute falls under, by the first level of its category."""
        return str(GROUNDS.get(self.category.code[:2], LegalGround.PAY))

    @property
    def mediable(self) -> bool:
        """Unpaid contributions are supervised, not mediated."""
        return bool(self.story["recovery"] != Recovery.SOCIAL_INSURANCE)


GROUNDS = {
    "04": LegalGround.CONTRACT,
    "05": LegalGround.CONTRACT,
    "06": LegalGround.LEAVING,
    "07": LegalGround.CONDITIONS,
    "08": LegalGround.CONDITIONS,
    "09": LegalGround.CONDITIONS,
}


def grievance(world: World, place: Place, at: datetime, *, mediable: bool = False) -> Grievance:
    """One invented grievance; now and then of a whole group. Unpaid contributions are supervised, not mediated."""
    random, stories = world.random, texts.table("stories")
    if mediable:
        stories = [story for story in stories if story["recovery"] != Recovery.SOCIAL_INSURANCE]
    story = random.choices(stories, [s["weight"] for s in stories])[0]
    workers = random.choices([1, random.randint(2, 9), random.randint(10, 36)], [80, 15, 5])[0]
    each = random.randrange(story["low"], story["high"], 100)
    amount = each if workers == 1 else each * workers // 2
    employer = random.choice(place.employers)
    words = {
        "employer": employer.name,
        "job": random.choice(texts.table("people")["jobs"]),
        "wage": random.randrange(2800, 6800, 100),
        "months": random.randint(2, 8),
        "n": max(workers, 2),
        "amount": f"{amount:,}",
        "month": texts.table("words")["month"].format(year=at.year, month=random.randint(1, max(at.month - 1, 1))),
    }
    return Grievance(
        category=world.categories[story["code"]],
        employer=employer,
        name=texts.person(random),
        phone=numbers.phone(random),
        id_number=numbers.identity(place.org.region_id, random),
        home=texts.address(place.org.region.name, random),
        workers=workers,
        amount=amount,
        story=story,
        facts=random.choice(story["facts"]).format(**words),
        claim=random.choice(story["claims"]).format(**words),
    )
