from django.db import migrations

from casework.operations import ProtectHistory

PLAIN = """
CREATE FUNCTION search_plain(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT lower(normalize(words, NFKC)) $$;
"""
SIGNS = """
    WITH signs AS (
        SELECT sign, lead(sign, 1, '') OVER (ORDER BY n) AS following
        FROM unnest(string_to_array(plain, NULL)) WITH ORDINALITY AS s(sign, n)
    )
"""
PARTS = f"""
CREATE FUNCTION search_parts(scope text, plain text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$ {SIGNS}
    SELECT ARRAY(
        SELECT sign FROM signs
        UNION SELECT sign || following FROM signs
        UNION SELECT left(scope, n) FROM generate_series(6, length(scope)) n WHERE substr(scope, n, 1) = '/'
    )
$$;
"""
WANTED = f"""
CREATE FUNCTION search_wanted(subtree text, plain text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ {SIGNS}
    SELECT ARRAY(
        SELECT sign || following FROM signs WHERE following <> '' OR length(plain) = 1
        UNION SELECT subtree WHERE subtree <> ''
    )
$$;
"""
RANK = """
CREATE FUNCTION worklist_rank(level smallint, day date, key bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (9 - level) * 10000000000000000
        + least(greatest(coalesce(day - DATE '2000-01-01', 99999), 0), 99999) * 100000000000 + key
$$;
"""


class Migration(migrations.Migration):
    """What a search text is cut into: the subtrees it lies in, its characters, and each two that stand together.

    `search_wanted` are the parts of a word: with its subtree they name the few texts that may hold it. `worklist_rank`
    is the place in a worklist: level, then day, then key, in one number.
    """

    replaces = [
        ("casework", "0002_link_registers"),
        ("casework", "0003_document_templates"),
        ("casework", "0005_count_minutes"),
        ("casework", "0006_employer_register"),
        ("casework", "0007_imports"),
        ("casework", "0008_fill_employer_register"),
        ("casework", "0009_search_words"),
        ("casework", "0010_pages_of_papers"),
        ("casework", "0011_worklists"),
        ("casework", "0012_document_layout"),
        ("casework", "0013_template_drafts"),
    ]
    dependencies = [("casework", "0001_initial")]

    operations = [
        migrations.RunSQL(PLAIN, "DROP FUNCTION search_plain(text)"),
        migrations.RunSQL(WANTED, "DROP FUNCTION search_wanted(text, text)"),
        migrations.RunSQL(PARTS, "DROP FUNCTION search_parts(text, text)"),
        migrations.RunSQL(RANK, "DROP FUNCTION worklist_rank(smallint, date, bigint)"),
        ProtectHistory("casework_employerevent"),
    ]
