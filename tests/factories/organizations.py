"""People in a duty. Organisations and regions are the seeded ones."""

from __future__ import annotations

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from organizations.models import Authority, Certificate, Duty, Officer, UnionOrg, User


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"person{n}")
    display_name = factory.Sequence(lambda n: f"测试{n}")
    password = "!"


class OfficerFactory(DjangoModelFactory):
    """`OfficerFactory(duty="mediator", region="532923")`; with `certified=True` also a valid certificate."""

    class Meta:
        model = Officer
        skip_postgeneration_save = True

    class Params:
        region = "532923"

    user = factory.SubFactory(UserFactory)
    org = factory.LazyAttribute(
        lambda o: UnionOrg.objects.select_related("region").get(region=o.region, kind="federation")
    )
    duty = Duty.CASE_OFFICER
    valid_from = dt.date(2020, 1, 1)

    @factory.post_generation
    def certified(self, create: bool, extracted: bool, **kwargs: object) -> None:
        if extracted and create:
            CertificateFactory(officer=self, kind=self.duty)


class CertificateFactory(DjangoModelFactory):
    class Meta:
        model = Certificate

    officer = factory.SubFactory(OfficerFactory)
    kind = Certificate.Kind.MEDIATOR
    number = factory.Sequence(lambda n: f"云工证{n:04}")
    issued_by = "云南省总工会"
    issued_on = dt.date(2020, 1, 1)
    valid_until = dt.date(2099, 12, 31)


class AuthorityOfficerFactory(DjangoModelFactory):
    """`AuthorityOfficerFactory(kind="hr", region="532923")`."""

    class Meta:
        model = Officer

    class Params:
        region = "532923"
        kind = "hr"

    user = factory.SubFactory(UserFactory)
    authority = factory.LazyAttribute(lambda o: Authority.objects.get(region=o.region, kind=o.kind))
    duty = Duty.AUTHORITY_OFFICER
    valid_from = dt.date(2020, 1, 1)
