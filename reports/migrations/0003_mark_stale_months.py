"""Which change of which table makes which months of the roll-ups stale."""

from django.db import migrations

from reports.operations import Child, MarkStale


def local(instant: str) -> str:
    """The day of an instant in Asia/Shanghai."""
    return f"({instant} AT TIME ZONE 'Asia/Shanghai')::date"


# A later call of the same number may be a repeated one because of this call, in whatever county it came in.
LATER_CALLS = f"""
    SELECT l.scope, {local("l.started_at")} FROM hotline_callrecord l
    WHERE l.phone_index = f.phone_index AND l.phone_index <> '' AND l.started_at > f.started_at
    AND l.started_at <= f.started_at + interval '1 year'
"""

CASE = MarkStale(
    kind="case",
    table="disputes_disputecase",
    days=("f.accepted_on", "f.closed_on"),
    watched=(
        "scope", "state", "origin", "category_id", "mediator_id", "received_on", "accepted_on", "closed_on", "outcome",
        "worker_count", "is_group", "amount_claimed", "amount_agreed",
    ),
    children=(
        Child("disputes_disputedeadline", "file_id", ("c.due_on", "c.due_on + 1"), ("file_id", "rule_id", "due_on")),
        Child("disputes_instalment", "file_id", ("c.due_on",), ("file_id", "due_on", "amount")),
        Child("disputes_payment", "file_id", ("c.paid_on",), ("file_id", "instalment_id", "paid_on", "amount", "kind", "person_count")),
        Child(
            "disputes_postagreementroute",
            "case_id",
            ("c.filed_on", "c.ended_on"),
            ("case_id", "kind", "state", "filed_on", "ended_on"),
        ),
        Child(
            "referrals_referral",
            "case_id",
            ("c.result_on",),
            ("case_id", "kind_id", "sent_on", "result", "result_on"),
        ),
        Child(
            "disputes_disputepause",
            "deadline_id",
            (),
            ("deadline_id", "from_on", "until_on"),
            via="SELECT file_id FROM disputes_disputedeadline WHERE id IN ({keys})",
        ),
    ),
)
DOCUMENT = MarkStale(
    kind="supervision",
    table="supervision_supervisiondocument",
    days=("f.doc_date", "f.closed_on"),
    watched=("scope", "state", "kind", "audience", "doc_date", "closed_on", "outcome", "docketed_on"),
    children=(
        Child("supervision_documentdeadline", "file_id", ("c.due_on",), ("file_id", "rule_id", "due_on")),
        Child("supervision_documentevent", "file_id", (local("c.at"),), ("file_id", "verb", "at")),
        Child("supervision_documentrecovery", "file_id", ("c.paid_on",), ("file_id", "paid_on", "amount", "kind", "person_count")),
        Child("supervision_reply", "file_id", (), ("file_id", "replied_on")),
    ),
)
MATTER = MarkStale(
    kind="supervision",
    table="supervision_supervisionmatter",
    days=("f.closed_on",),
    watched=("scope", "outcome", "closed_on"),
)
REFERRAL = MarkStale(
    kind="referral",
    table="referrals_referral",
    days=("f.sent_on", "f.acked_on", "f.result_on", local("f.opened_at")),
    watched=(
        "scope", "state", "direction", "authority_id", "opened_at", "sent_on", "acked_on", "decided_on", "result_on",
        "returned_code",
    ),
    children=(Child("referrals_referraldeadline", "file_id", ("c.due_on",), ("file_id", "rule_id", "due_on")),),
)
CALL = MarkStale(
    kind="hotline",
    table="hotline_callrecord",
    days=(local("f.started_at"),),
    watched=(
        "scope", "state", "channel", "request_type", "facts", "category_id", "started_at", "answered_at",
        "ring_seconds", "anonymous", "phone_index", "about_id",
    ),
    children=(Child("hotline_workorder", "call_id", (), ("call_id", "state")),),
    others=LATER_CALLS,
)
LINE = MarkStale(
    kind="hotline",
    table="hotline_linecall",
    days=(local("f.began_at"),),
    watched=(
        "scope", "began_at", "answered_at", "ended_at", "never_ended", "ring_seconds", "record_id", "reason",
    ),
)
INCIDENT = MarkStale(
    kind="hotline",
    table="hotline_groupincident",
    days=(local("f.known_at"),),
    watched=("scope", "state", "known_at"),
)
ORDER = MarkStale(
    kind="order",
    table="hotline_workorder",
    days=(
        local("f.opened_at"), "f.closed_on", "f.called_back_on", local("f.pressed_at"), local("f.fed_back_at"),
    ),
    watched=(
        "scope", "state", "opened_at", "closed_on", "called_back_on", "satisfaction", "send_backs", "redos",
        "pressed_at", "fed_back_at", "recovered", "case_id", "matter_id", "call_id",
    ),
    children=(
        Child("hotline_orderdeadline", "file_id", ("c.due_on",), ("file_id", "rule_id", "started_on", "due_on", "met_on")),
        Child("hotline_orderevent", "file_id", (), ("file_id", "verb", "at")),
        Child("hotline_chase", "order_id", (local("c.at"),), ("order_id", "at")),
        Child(
            "hotline_caselink",
            "call_id",
            (),
            ("call_id", "ended_at"),
            via="SELECT id FROM hotline_workorder WHERE call_id IN ({keys})",
        ),
    ),
)


class Migration(migrations.Migration):
    replaces = [
        ("reports", "0005_mark_stale_months"),
    ]
    dependencies = [
        ("reports", "0002_protect_history"),
        ("disputes", "0001_initial"),
        ("hotline", "0001_initial"),
        ("supervision", "0001_initial"),
        ("referrals", "0001_initial"),
    ]

    operations = [CASE, DOCUMENT, MATTER, REFERRAL, CALL, LINE, INCIDENT, ORDER]
