from django.db import migrations

from casework.operations import ProtectHistory, ProtectOnceSet

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


class Migration(migrations.Migration):
    dependencies = [("supervision", "0001_initial")]

    operations = [
        ProtectHistory("supervision_matterevent"),
        ProtectHistory("supervision_documentevent"),
        ProtectOnceSet("supervision_supervisiondocument", "number", SIGNED),
    ]
