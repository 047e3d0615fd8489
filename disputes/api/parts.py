"""The rows of a case as systems read them. Personal data leaves masked, always."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from disputes.models import (
    AgreementDraft,
    AgreementTerm,
    Appointment,
    Assignment,
    Attendance,
    CaseTask,
    ClaimItem,
    Instalment,
    MediationAgreement,
    MediationMeeting,
    Party,
    Payment,
    Proxy,
    RosterEntry,
)


class ProxySerializer(serializers.ModelSerializer[Proxy]):
    name = serializers.CharField(source="label", read_only=True)

    class Meta:
        model = Proxy
        fields = ("id", "name", "relation", "powers", "authorised_on", "ended_on")


class PartySerializer(serializers.ModelSerializer[Party]):
    """A party as everybody may see it."""

    name = serializers.CharField(source="label", read_only=True)
    id_number = serializers.CharField(source="masked_id_number", read_only=True)
    phone = serializers.CharField(source="masked_phone", read_only=True)

    proxies = ProxySerializer(many=True, read_only=True)

    class Meta:
        model = Party
        fields = (
            "id",
            "role",
            "capacity",
            "name",
            "id_number",
            "phone",
            "employer",
            "needs",
            "electronic_service",
            "is_minor",
            "elected_on",
            "may_settle",
            "ended_on",
            "proxies",
        )


class ClaimSerializer(serializers.ModelSerializer[ClaimItem]):
    claim = serializers.IntegerField(source="position", read_only=True)
    claimant = serializers.CharField(source="claimant_label", read_only=True)

    class Meta:
        model = ClaimItem
        fields = ("claim", "category", "claimant", "claimed", "agreed")


class RosterSerializer(serializers.ModelSerializer[RosterEntry]):
    """A worker of a group as everybody may see it."""

    name = serializers.CharField(source="label", read_only=True)
    id_number = serializers.CharField(source="masked_id_number", read_only=True)
    phone = serializers.CharField(source="masked_phone", read_only=True)

    class Meta:
        model = RosterEntry
        fields = ("position", "person", "name", "id_number", "phone", "category", "claimed", "agreed")


class AttendanceSerializer(serializers.ModelSerializer[Attendance]):
    """Who came; a proxy's name stays in the file."""

    class Meta:
        model = Attendance
        fields = ("party", "presence")


class AppointmentSerializer(serializers.ModelSerializer[Appointment]):
    class Meta:
        model = Appointment
        fields = ("id", "starts_at", "ends_at", "manner", "place", "notified_on", "outcome", "not_held", "meeting")


class AssignmentSerializer(serializers.ModelSerializer[Assignment]):
    """What was disclosed stays in the file."""

    class Meta:
        model = Assignment
        fields = ("officer", "presides", "chosen_by", "why", "assigned_on", "confirmed_on", "ended_on")


class TaskSerializer(serializers.ModelSerializer[CaseTask]):
    class Meta:
        model = CaseTask
        fields = ("id", "title", "owner", "due_on", "done_on")


class MeetingSerializer(serializers.ModelSerializer[MediationMeeting]):
    """Mediation is not public: the minutes stay in the file."""

    attendances = AttendanceSerializer(many=True, read_only=True)

    class Meta:
        model = MediationMeeting
        fields = ("id", "held_on", "manner", "place", "rights_read", "parties_present", "attendances", "signed_on")


class AgreementSerializer(serializers.ModelSerializer[MediationAgreement]):
    class Meta:
        model = MediationAgreement
        fields = (
            "terms",
            "applicants_signed_on",
            "respondents_signed_on",
            "mediator_signed_on",
            "seal_on",
            "effective_on",
            "is_online",
            "breach",
            "route",
            "copies",
        )


class TermSerializer(serializers.ModelSerializer[AgreementTerm]):
    account = serializers.CharField(source="masked_account", read_only=True)

    class Meta:
        model = AgreementTerm
        fields = ("position", "debtor", "kind", "what", "amount", "account", "due_on")


class DraftSerializer(serializers.ModelSerializer[AgreementDraft]):
    terms = TermSerializer(source="file.agreement_terms", many=True, read_only=True)

    class Meta:
        model = AgreementDraft
        fields = ("terms", "agreed", "further_terms", "breach", "route", "copies", "legal_check")


class PaymentSerializer(serializers.ModelSerializer[Payment]):
    reason = serializers.CharField(read_only=True)

    class Meta:
        model = Payment
        fields = ("id", "paid_on", "amount", "kind", "person_count", "reverses", "reason")


class InstalmentSerializer(serializers.ModelSerializer[Instalment]):
    payments = PaymentSerializer(many=True, read_only=True)

    class Meta:
        model = Instalment
        fields = ("id", "position", "due_on", "amount", "paid", "settled_on", "payments")


class EntrySerializer(serializers.Serializer[Any]):
    """A paper in its place; `pages` is null where nobody has counted them."""

    number = serializers.CharField()
    place = serializers.CharField(source="place.value")
    title = serializers.CharField(source="paper.title")
    date = serializers.DateField(source="day")
    pages = serializers.IntegerField(allow_null=True)
    sha256 = serializers.CharField(source="paper.blob_id")


class NeededSerializer(serializers.Serializer[Any]):
    place = serializers.CharField(source="place.value")
    reason = serializers.CharField()
    is_there = serializers.BooleanField()
    explained = serializers.CharField()
    is_missing = serializers.BooleanField()


class DossierSerializer(serializers.Serializer[Any]):
    papers = EntrySerializer(many=True)
    needed = NeededSerializer(many=True)


class RelationSerializer(serializers.Serializer[Any]):
    """Another case and what it is to this one, when the officer may know of both."""

    kind = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field named like an option
    case = serializers.IntegerField(source="case.pk")
    number = serializers.CharField(source="case.number")
