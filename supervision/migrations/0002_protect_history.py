from django.db import migrations

from casework.operations import ProtectHistory, ProtectOnceSet

DOCUMENT = "supervision_supervisiondocument"
HISTORY = [
    "supervision_matterevent",
    "supervision_documentevent",
    "supervision_partnerevent",
    "supervision_verification",
    "supervision_documentrecovery",
    "supervision_batchline",
    "supervision_documentversion",
    "supervision_matterrecusal",
    "supervision_reviewcomment",
    "supervision_sealing",
]
SIGNED = [
    "frozen_text",
    "text_sha256",
    "doc_date",
    "approved_by_id",
    "kind",
    "audience",
    "org_id",
    "matter_id",
    "employer_id",
    "authority_id",
    "public_addressee",
    "drafter_id",
    "facts",
    "legal_basis",
    "demands",
]
SIGNED_TOO = ["serial", "copies", "waiver_reason", "no_conflict"]


class Migration(migrations.Migration):
    """History is not rewritten; what was signed, frozen and sealed stays."""

    replaces = [
        ("supervision", "0003_service_partners_and_recoveries"),
        ("supervision", "0004_evidence_review_and_register"),
        ("supervision", "0005_sealing_and_verification"),
    ]
    dependencies = [("supervision", "0001_initial")]

    operations = [
        *(ProtectHistory(table) for table in HISTORY),
        ProtectOnceSet(DOCUMENT, "number", SIGNED),
        ProtectOnceSet(DOCUMENT, "text_sha256", SIGNED_TOO),
        ProtectOnceSet(DOCUMENT, "verification_code", ["frozen_sheet"]),
    ]
