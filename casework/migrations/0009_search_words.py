from django.db import migrations

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


class Migration(migrations.Migration):
    """What a search text is cut into: the subtrees it lies in, its characters, and each two that stand together.

    `search_wanted` are the parts of a word: with its subtree they name the few texts that may hold it.
    """

    dependencies = [("casework", "0008_fill_employer_register")]

    operations = [
        migrations.RunSQL(PLAIN, "DROP FUNCTION search_plain(text)"),
        migrations.RunSQL(WANTED, "DROP FUNCTION search_wanted(text, text)"),
        migrations.RunSQL(PARTS, "DROP FUNCTION search_parts(text, text)"),
    ]
