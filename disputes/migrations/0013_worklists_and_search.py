import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

from casework.operations import KeepSearchText

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
    """Every case from now on has its search text and its place in a worklist; 0014 fills the texts of the others."""

    dependencies = [
        ('casework', '0011_worklists'),
        ('disputes', '0012_protect_destruction'),
        ('organizations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='BulkItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(blank=True, null=True, verbose_name='version')),
                ('reasons', models.JSONField(default=list, verbose_name='reasons')),
                ('assigned_on', models.DateField(blank=True, null=True, verbose_name='mediator assigned')),
                ('undone', models.BooleanField(default=False, verbose_name='taken back')),
            ],
            options={
                'verbose_name': 'case of an act on many',
                'verbose_name_plural': 'cases of acts on many',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='BulkRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='time')),
                ('verb', models.CharField(choices=[('assign', 'Assign a mediator'), ('take_back', 'Release from the mediator')], max_length=10, verbose_name='act')),
                ('reason', models.TextField(verbose_name='reason')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='taken back')),
            ],
            options={
                'verbose_name': 'act on many cases',
                'verbose_name_plural': 'acts on many cases',
            },
        ),
        migrations.CreateModel(
            name='CaseText',
            fields=[
                ('scope', models.CharField(max_length=60)),
                ('text', models.TextField()),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='search_text', serialize=False, to='disputes.disputecase')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.RemoveIndex(
            model_name='disputecase',
            name='case_list',
        ),
        migrations.AddField(
            model_name='disputecase',
            name='urgency',
            field=models.PositiveSmallIntegerField(choices=[(0, 'Ordinary'), (1, 'Raised risk'), (2, 'Urgent')], db_default=0, default=0, verbose_name='urgency'),
        ),
        migrations.AddField(
            model_name='disputecase',
            name='rank',
            field=models.GeneratedField(db_persist=True, expression=models.Func('urgency', models.Case(models.When(state='performing', then=models.F('pay_by')), models.When(state__in=['accepted', 'applied', 'assigned', 'mediating'], then=models.F('due_on')), default=None, output_field=models.DateField()), 'id', function='worklist_rank', output_field=models.BigIntegerField()), output_field=models.BigIntegerField()),
        ),
        migrations.AddIndex(
            model_name='disputecase',
            index=models.Index(django.db.models.functions.text.Left('scope', 6), models.OrderBy(models.F('id'), descending=True), name='case_prefecture'),
        ),
        migrations.AddIndex(
            model_name='disputecase',
            index=models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('id'), descending=True), name='case_county'),
        ),
        migrations.AddIndex(
            model_name='disputecase',
            index=models.Index(condition=models.Q(('state__in', ['accepted', 'applied', 'assigned', 'awaiting_supplement', 'concluded', 'mediating', 'performing', 'suspended'])), fields=['rank'], name='case_rank'),
        ),
        migrations.AddIndex(
            model_name='disputecase',
            index=models.Index(django.db.models.functions.text.Left('scope', 6), models.F('rank'), condition=models.Q(('state__in', ['accepted', 'applied', 'assigned', 'awaiting_supplement', 'concluded', 'mediating', 'performing', 'suspended'])), name='case_rank_prefecture'),
        ),
        migrations.AddIndex(
            model_name='disputecase',
            index=models.Index(django.db.models.functions.text.Left('scope', 9), models.F('rank'), condition=models.Q(('state__in', ['accepted', 'applied', 'assigned', 'awaiting_supplement', 'concluded', 'mediating', 'performing', 'suspended'])), name='case_rank_county'),
        ),
        migrations.AddIndex(
            model_name='disputecase',
            index=models.Index(fields=['mediator', 'rank'], name='case_rank_mediator'),
        ),
        migrations.AddIndex(
            model_name='disputecase',
            index=models.Index(condition=models.Q(('external_no', ''), _negated=True), fields=['external_no'], name='case_outside_number'),
        ),
        migrations.AddIndex(
            model_name='party',
            index=models.Index(condition=models.Q(('employer', None)), fields=['name'], name='party_person', opclasses=['varchar_pattern_ops']),
        ),
        migrations.AddField(
            model_name='bulkitem',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disputes.disputecase', verbose_name='dispute case'),
        ),
        migrations.AddField(
            model_name='bulkitem',
            name='mediator',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='mediator'),
        ),
        migrations.AddField(
            model_name='bulkrun',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer'),
        ),
        migrations.AddField(
            model_name='bulkrun',
            name='mediator',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='mediator'),
        ),
        migrations.AddField(
            model_name='bulkitem',
            name='run',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='disputes.bulkrun', verbose_name='act'),
        ),
        migrations.AddIndex(
            model_name='casetext',
            index=models.Index(django.db.models.functions.text.Left('scope', 6), models.OrderBy(models.F('file'), descending=True), name='casetext_prefecture'),
        ),
        migrations.AddIndex(
            model_name='casetext',
            index=models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('file'), descending=True), name='casetext_county'),
        ),
        migrations.AddConstraint(
            model_name='bulkitem',
            constraint=models.UniqueConstraint(fields=('run', 'case'), name='one_item_per_case'),
        ),
        KeepSearchText(**TEXT_OF_CASE, columns=COLUMNS),
        migrations.RunSQL(FOLLOW, UNFOLLOW),
    ]
