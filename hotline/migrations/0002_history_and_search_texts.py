from django.db import migrations

from casework.operations import KeepSearchText, ProtectHistory, ProtectOnceSet

HISTORY = [
    "hotline_callevent",
    "hotline_orderevent",
    "hotline_knowledgeevent",
    "hotline_lineevent",
    "hotline_chase",
    "hotline_progressreport",
    "hotline_circular",
    "hotline_circularentry",
    "hotline_rosterevent",
    "hotline_shiftevent",
    "hotline_shiftchange",
    "hotline_incidentevent",
    "hotline_reportaddressee",
    "hotline_reviewevent",
]
FIXED = [
    "article_id",
    "edition",
    "org_id",
    "scope",
    "title",
    "text",
    "law",
    "law_articles",
    "categories",
    "search_words",
    "drafted_by_id",
    "valid_from",
]
TEXT_OF_CALL = {
    "texts": "hotline_calltext",
    "files": "hotline_callrecord",
    "text": "concat_ws(E'\\n', file.employer_name, file.place)",
}
TEXT_OF_ORDER = {
    "texts": "hotline_ordertext",
    "files": "hotline_workorder",
    "text": "coalesce((SELECT call.text FROM hotline_calltext call WHERE call.file_id = file.call_id), '')",
}
FOLLOW = """
CREATE FUNCTION hotline_ordertext_follow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    UPDATE hotline_ordertext SET text = NEW.text FROM hotline_workorder
    WHERE hotline_workorder.call_id = NEW.file_id AND file_id = hotline_workorder.id;
    RETURN NULL;
END $$;
CREATE TRIGGER hotline_ordertext_follow AFTER UPDATE OF text ON hotline_calltext
FOR EACH ROW WHEN (OLD.text <> NEW.text) EXECUTE FUNCTION hotline_ordertext_follow();
"""
UNFOLLOW = "DROP TRIGGER hotline_ordertext_follow ON hotline_calltext; DROP FUNCTION hotline_ordertext_follow();"


class Migration(migrations.Migration):
    """History is not rewritten; every call and order has its search text."""

    replaces = [
        ("hotline", "0002_protect_history"),
        ("hotline", "0003_call_sheet_and_flags"),
        ("hotline", "0005_knowledge_and_limitation"),
        ("hotline", "0006_protect_knowledge"),
        ("hotline", "0007_telephony"),
        ("hotline", "0008_protect_line_events"),
        ("hotline", "0009_follow_orders_up"),
        ("hotline", "0010_freeze_chases_and_circulars"),
        ("hotline", "0011_rosters_and_incidents"),
        ("hotline", "0012_protect_rosters_and_incidents"),
        ("hotline", "0013_quality_and_imports"),
        ("hotline", "0014_protect_reviews"),
        ("hotline", "0015_search_texts"),
        ("hotline", "0016_lists_by_subtree"),
    ]
    dependencies = [("hotline", "0001_initial")]

    operations = [
        *(ProtectHistory(table) for table in HISTORY),
        ProtectOnceSet("hotline_knowledgeversion", "fingerprint", FIXED),
        KeepSearchText(**TEXT_OF_CALL, columns=["employer_name", "place"]),
        KeepSearchText(**TEXT_OF_ORDER, columns=["call_id"]),
        migrations.RunSQL(FOLLOW, UNFOLLOW),
    ]
