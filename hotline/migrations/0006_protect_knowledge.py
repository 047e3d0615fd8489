from django.db import migrations

from casework.operations import ProtectHistory, ProtectOnceSet

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


class Migration(migrations.Migration):
    dependencies = [("hotline", "0005_knowledge_and_limitation")]

    operations = [
        ProtectHistory("hotline_knowledgeevent"),
        ProtectOnceSet("hotline_knowledgeversion", "fingerprint", FIXED),
    ]
