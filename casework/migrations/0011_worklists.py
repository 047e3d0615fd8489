import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


RANK = """
CREATE FUNCTION worklist_rank(level smallint, day date, key bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (9 - level) * 10000000000000000
        + least(greatest(coalesce(day - DATE '2000-01-01', 99999), 0), 99999) * 100000000000 + key
$$;
"""


class Migration(migrations.Migration):
    """Saved views, columns, open pages; and the place in a worklist: level, then day, then key, in one number."""

    dependencies = [
        ('casework', '0010_pages_of_papers'),
        ('organizations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(RANK, "DROP FUNCTION worklist_rank(smallint, date, bigint)"),
        migrations.CreateModel(
            name='ListColumns',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('page', models.CharField(max_length=40, verbose_name='list')),
                ('columns', models.JSONField(default=list, verbose_name='columns')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'columns of a list',
                'verbose_name_plural': 'columns of lists',
                'constraints': [models.UniqueConstraint(fields=('user', 'page'), name='one_choice_of_columns')],
            },
        ),
        migrations.CreateModel(
            name='Presence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=60, verbose_name='file')),
                ('since', models.DateTimeField(verbose_name='open since')),
                ('seen_at', models.DateTimeField(verbose_name='last seen')),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.officer', verbose_name='officer')),
            ],
            options={
                'verbose_name': 'open page',
                'verbose_name_plural': 'open pages',
                'indexes': [models.Index(fields=['seen_at'], name='presence_seen')],
                'constraints': [models.UniqueConstraint(fields=('key', 'officer'), name='one_presence_per_file')],
            },
        ),
        migrations.CreateModel(
            name='SavedView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('page', models.CharField(max_length=40, verbose_name='list')),
                ('name', models.CharField(max_length=40, verbose_name='name of the view')),
                ('query', models.CharField(blank=True, max_length=500, verbose_name='filters')),
                ('shared', models.BooleanField(default=False, verbose_name='shared with the organisation')),
                ('org', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.unionorg', verbose_name='organisation')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_views', to='organizations.officer', verbose_name='officer')),
            ],
            options={
                'verbose_name': 'saved view',
                'verbose_name_plural': 'saved views',
                'indexes': [models.Index(condition=models.Q(('shared', True)), fields=['org', 'page'], name='view_shared')],
                'constraints': [models.UniqueConstraint(fields=('owner', 'page', 'name'), name='one_view_per_name')],
            },
        ),
    ]
