from django.db import migrations

from casework.operations import KeepSearchText, ProtectHistory

HISTORY = [
    "disputes_disputeevent",
    "disputes_casedocument",
    "disputes_routeevent",
    "disputes_payment",
    "disputes_paymentshare",
    "disputes_agreementsignature",
    "disputes_destructionrecord",
]
TEXT_OF_CASE = {
    "texts": "disputes_casetext",
    "files": "disputes_disputecase",
    "text": """concat_ws(E'\\n', file.number, file.external_no,
        (SELECT string_agg(party.name, E'\\n' ORDER BY party.id) FROM disputes_party party
         WHERE party.file_id = file.id AND party.employer_id IS NOT NULL),
        CASE WHEN NOT file.names_hidden THEN file.facts END)""",
}
COLUMNS = ["number", "external_no", "names_hidden", "facts"]
FOLLOW = f"""
CREATE FUNCTION disputes_casetext_follow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    UPDATE disputes_casetext SET text = search_plain({TEXT_OF_CASE["text"]})
    FROM disputes_disputecase file WHERE file.id = NEW.file_id AND disputes_casetext.file_id = file.id;
    RETURN NULL;
END $$;
CREATE TRIGGER disputes_casetext_party AFTER INSERT ON disputes_party
FOR EACH ROW WHEN (NEW.employer_id IS NOT NULL) EXECUTE FUNCTION disputes_casetext_follow();
CREATE TRIGGER disputes_casetext_renamed AFTER UPDATE OF name, employer_id ON disputes_party
FOR EACH ROW WHEN (OLD.name <> NEW.name OR OLD.employer_id IS DISTINCT FROM NEW.employer_id)
EXECUTE FUNCTION disputes_casetext_follow();
"""  # noqa: S608 - names of our own tables
UNFOLLOW = """
DROP TRIGGER disputes_casetext_party ON disputes_party; DROP TRIGGER disputes_casetext_renamed ON disputes_party;
DROP FUNCTION disputes_casetext_follow();
"""


class Migration(migrations.Migration):
    """History is not rewritten; every case has its search text."""

    replaces = [
        ("disputes", "0002_protect_history"),
        ("disputes", "0003_case_documents"),
        ("disputes", "0004_protect_documents"),
        ("disputes", "0005_parties_and_roster"),
        ("disputes", "0007_mediators_meetings_and_notes"),
        ("disputes", "0009_agreements_and_ways"),
        ("disputes", "0010_protect_ways_and_payments"),
        ("disputes", "0011_endings_archive_and_relations"),
        ("disputes", "0012_protect_destruction"),
        ("disputes", "0013_worklists_and_search"),
        ("disputes", "0014_search_texts"),
    ]
    dependencies = [("disputes", "0001_initial")]

    operations = [
        *(ProtectHistory(table) for table in HISTORY),
        KeepSearchText(**TEXT_OF_CASE, columns=COLUMNS),
        migrations.RunSQL(FOLLOW, UNFOLLOW),
    ]
