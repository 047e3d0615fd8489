import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

from casework.operations import KeepSearchText

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
    """Every call and order from now on has its search text; 0016 makes those of the files that are there."""

    dependencies = [
        ('casework', '0009_search_words'),
        ('hotline', '0014_protect_reviews'),
    ]

    operations = [
        migrations.CreateModel(
            name='CallText',
            fields=[
                ('scope', models.CharField(max_length=60)),
                ('text', models.TextField()),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='search_text', serialize=False, to='hotline.callrecord')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OrderText',
            fields=[
                ('scope', models.CharField(max_length=60)),
                ('text', models.TextField()),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='search_text', serialize=False, to='hotline.workorder')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='calltext',
            index=models.Index(django.db.models.functions.text.Left('scope', 6), models.OrderBy(models.F('file'), descending=True), name='calltext_prefecture'),
        ),
        migrations.AddIndex(
            model_name='calltext',
            index=models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('file'), descending=True), name='calltext_county'),
        ),
        migrations.AddIndex(
            model_name='ordertext',
            index=models.Index(django.db.models.functions.text.Left('scope', 6), models.OrderBy(models.F('file'), descending=True), name='ordertext_prefecture'),
        ),
        migrations.AddIndex(
            model_name='ordertext',
            index=models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('file'), descending=True), name='ordertext_county'),
        ),
        KeepSearchText(**TEXT_OF_CALL, columns=["employer_name", "place"]),
        KeepSearchText(**TEXT_OF_ORDER, columns=["call_id"]),
        migrations.RunSQL(FOLLOW, UNFOLLOW),
    ]
