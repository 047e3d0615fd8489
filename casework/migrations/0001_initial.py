import casework.models.spellings
import casework.secrets.fields
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from casework.operations import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organizations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together([
            migrations.CreateModel(
                name='Blob',
                fields=[
                    ('sha256', models.CharField(max_length=64, primary_key=True, serialize=False, verbose_name='SHA-256')),
                    ('size', models.PositiveIntegerField(verbose_name='bytes')),
                    ('content_type', models.CharField(max_length=100, verbose_name='content type')),
                    ('pages', models.PositiveIntegerField(blank=True, null=True, verbose_name='pages')),
                ],
                options={
                    'verbose_name': 'stored paper',
                    'verbose_name_plural': 'stored papers',
                },
            ),
            migrations.CreateModel(
                name='CalendarYear',
                fields=[
                    ('year', models.PositiveSmallIntegerField(primary_key=True, serialize=False, verbose_name='year')),
                    ('status', models.CharField(choices=[('published', 'Published'), ('provisional', 'Provisional')], max_length=11, verbose_name='status')),
                    ('source', models.CharField(blank=True, max_length=200, verbose_name='source')),
                ],
                options={
                    'verbose_name': 'calendar year',
                    'verbose_name_plural': 'calendar years',
                    'ordering': ('-year',),
                },
            ),
            migrations.CreateModel(
                name='Category',
                fields=[
                    ('code', models.CharField(max_length=4, primary_key=True, serialize=False, verbose_name='code')),
                    ('name', models.CharField(max_length=40, verbose_name='name')),
                    ('group', models.CharField(blank=True, max_length=20, verbose_name='cause group of the official statistics')),
                    ('valid_from', models.DateField(verbose_name='in force from')),
                    ('valid_to', models.DateField(blank=True, null=True, verbose_name='abolished on')),
                    ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='casework.category', verbose_name='part of')),
                ],
                options={
                    'verbose_name': 'category',
                    'verbose_name_plural': 'categories',
                    'ordering': ('code',),
                },
            ),
            migrations.CreateModel(
                name='Employer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=200, verbose_name='name')),
                    ('uscc', models.CharField(blank=True, max_length=18, verbose_name='unified social credit code')),
                    ('address', models.CharField(blank=True, max_length=200, verbose_name='address')),
                    ('phone', models.CharField(blank=True, max_length=30, verbose_name='telephone')),
                    ('legal_representative', models.CharField(blank=True, max_length=60, verbose_name='legal representative')),
                    ('version', models.PositiveIntegerField(db_default=1, default=1, verbose_name='version')),
                    ('merged_into', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='casework.employer', verbose_name='joined to')),
                    ('region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='employers', to='organizations.region', verbose_name='division')),
                ],
                options={
                    'verbose_name': 'employer',
                    'verbose_name_plural': 'employers',
                },
            ),
            migrations.CreateModel(
                name='EmployerEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=30, verbose_name='act')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('before', models.CharField(blank=True, max_length=24, verbose_name='state before')),
                    ('after', models.CharField(blank=True, max_length=24, verbose_name='state after')),
                    ('note', models.TextField(blank=True, verbose_name='note')),
                    ('details', models.JSONField(default=list, verbose_name='details')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='casework.employer', verbose_name='employer')),
                    ('other', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.employer', verbose_name='other entry')),
                ],
                options={
                    'verbose_name': 'act on an employer',
                    'verbose_name_plural': 'acts on employers',
                },
            ),
            migrations.CreateModel(
                name='EmployerKey',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('province', models.CharField(blank=True, max_length=2, verbose_name='province')),
                    ('kind', models.CharField(choices=[('name', 'name'), ('project', 'project')], default='name', max_length=10, verbose_name='kind')),
                    ('text', models.CharField(max_length=250, verbose_name='spelling')),
                    ('sounds', models.CharField(max_length=1700, verbose_name='pinyin')),
                    ('initials', models.CharField(max_length=250, verbose_name='initials')),
                    ('pairs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=2), null=True, size=None, verbose_name='pieces')),
                    ('employer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='casework.employer', verbose_name='employer')),
                ],
                options={
                    'verbose_name': 'search key of an employer',
                    'verbose_name_plural': 'search keys of employers',
                },
            ),
            migrations.CreateModel(
                name='EmployerName',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.CharField(max_length=200, verbose_name='name')),
                    ('kind', models.CharField(choices=[('official', 'As on the licence'), ('former', 'Former name'), ('called', 'As callers say it')], max_length=10, verbose_name='kind')),
                    ('added_at', models.DateTimeField(null=True, verbose_name='added')),
                    ('employer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='names', to='casework.employer', verbose_name='employer')),
                ],
                options={
                    'verbose_name': 'name of an employer',
                    'verbose_name_plural': 'names of employers',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='EmployerPhone',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', casework.secrets.fields.EncryptedTextField(verbose_name='telephone')),
                    ('index', casework.secrets.fields.BlindIndexField(db_index=True, normalise=casework.models.spellings.digits, of='number')),
                    ('employer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='phones', to='casework.employer', verbose_name='employer')),
                ],
                options={
                    'verbose_name': 'telephone of an employer',
                    'verbose_name_plural': 'telephones of employers',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='EmployerProject',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=100, verbose_name='project')),
                    ('address', models.CharField(blank=True, max_length=200, verbose_name='address')),
                    ('employer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='casework.employer', verbose_name='employer')),
                    ('region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.region', verbose_name='division')),
                ],
                options={
                    'verbose_name': 'project of an employer',
                    'verbose_name_plural': 'projects of employers',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='Holiday',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('date', models.DateField(verbose_name='day')),
                    ('kind', models.CharField(choices=[('off', 'Day of rest'), ('work', 'Adjusted working day')], max_length=4, verbose_name='kind')),
                    ('name', models.CharField(blank=True, max_length=40, verbose_name='name')),
                    ('source', models.CharField(blank=True, max_length=200, verbose_name='source')),
                    ('region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.region', verbose_name='only in')),
                ],
                options={
                    'verbose_name': 'day off or adjusted working day',
                    'verbose_name_plural': 'days off and adjusted working days',
                    'ordering': ('-date',),
                },
            ),
            migrations.CreateModel(
                name='IdempotentAnswer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('key', models.CharField(max_length=200, verbose_name='key')),
                    ('request_hash', models.CharField(max_length=64, verbose_name='hash of the request')),
                    ('status', models.PositiveSmallIntegerField(null=True, verbose_name='status')),
                    ('body', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='answer')),
                    ('created_at', models.DateTimeField(verbose_name='created')),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ],
                options={
                    'verbose_name': 'kept answer',
                    'verbose_name_plural': 'kept answers',
                },
            ),
            migrations.CreateModel(
                name='ImportJob',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(max_length=20, verbose_name='kind of table')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('at', models.DateTimeField(verbose_name='handed in')),
                    ('language', models.CharField(max_length=10, verbose_name='language of the report')),
                    ('file_name', models.CharField(max_length=150, verbose_name='name of the file')),
                    ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                    ('phase', models.CharField(choices=[('checking', 'Being checked'), ('checked', 'Checked'), ('keeping', 'Being imported'), ('done', 'Imported'), ('unreadable', 'Not readable'), ('failed', 'Failed')], default='checking', max_length=10, verbose_name='phase')),
                    ('skip_bad', models.BooleanField(default=False, verbose_name='leave out the bad rows')),
                    ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='import ordered')),
                    ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='times begun')),
                    ('read', models.PositiveIntegerField(default=0, verbose_name='rows read')),
                    ('good', models.PositiveIntegerField(default=0, verbose_name='good rows')),
                    ('bad', models.PositiveIntegerField(default=0, verbose_name='bad rows')),
                    ('known', models.PositiveIntegerField(default=0, verbose_name='rows imported before')),
                    ('kept', models.PositiveIntegerField(default=0, verbose_name='rows kept')),
                    ('faults', models.JSONField(default=list, verbose_name='what is wrong')),
                    ('trouble', models.TextField(blank=True, verbose_name='why it cannot be read')),
                    ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='finished')),
                    ('expires_at', models.DateTimeField(verbose_name='content kept until')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='import ordered by')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='organisation')),
                ],
                options={
                    'verbose_name': 'import',
                    'verbose_name_plural': 'imports',
                },
            ),
            migrations.CreateModel(
                name='ImportPart',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('content', models.CharField(choices=[('file', 'File'), ('rejected', 'Rejected rows')], max_length=8, verbose_name='content')),
                    ('n', models.PositiveIntegerField(verbose_name='piece')),
                    ('text', casework.secrets.fields.EncryptedTextField(verbose_name='text')),
                    ('job', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='casework.importjob')),
                ],
                options={
                    'verbose_name': 'piece of an import',
                    'verbose_name_plural': 'pieces of an import',
                },
            ),
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
                },
            ),
            migrations.CreateModel(
                name='Policy',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('code', models.CharField(max_length=60, verbose_name='code')),
                    ('label', models.CharField(max_length=100, verbose_name='name')),
                    ('valid_from', models.DateField(verbose_name='in force from')),
                    ('value', models.JSONField(verbose_name='value')),
                    ('basis', models.CharField(blank=True, max_length=200, verbose_name='basis')),
                    ('region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.region', verbose_name='only in')),
                ],
                options={
                    'verbose_name': 'setting',
                    'verbose_name_plural': 'settings',
                    'ordering': ('code', 'valid_from'),
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
                },
            ),
            migrations.CreateModel(
                name='Counter',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('series', models.CharField(max_length=20, verbose_name='series')),
                    ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                    ('last', models.PositiveIntegerField(default=0, verbose_name='last number')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='organisation')),
                ],
                options={
                    'verbose_name': 'running number',
                    'verbose_name_plural': 'running numbers',
                    'constraints': [models.UniqueConstraint(fields=('org', 'series', 'year'), name='one_counter_per_series')],
                },
            ),
            migrations.CreateModel(
                name='DeadlineRule',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('code', models.CharField(max_length=50, verbose_name='code')),
                    ('label', models.CharField(max_length=60, verbose_name='name')),
                    ('valid_from', models.DateField(verbose_name='in force from')),
                    ('length', models.PositiveSmallIntegerField(verbose_name='length')),
                    ('unit', models.CharField(choices=[('minutes', 'minutes'), ('hours', 'hours'), ('natural', 'natural days'), ('working', 'working days'), ('months', 'months'), ('years', 'years')], max_length=10, verbose_name='unit')),
                    ('rolls', models.BooleanField(default=True, verbose_name='a last day of rest moves to the next working day')),
                    ('basis', models.CharField(max_length=200, verbose_name='legal basis')),
                    ('assumed', models.BooleanField(default=False, verbose_name='set by the federation, not by law')),
                    ('province', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.region', verbose_name='only in province')),
                ],
                options={
                    'verbose_name': 'deadline rule',
                    'verbose_name_plural': 'deadline rules',
                    'ordering': ('code', 'valid_from'),
                    'constraints': [models.UniqueConstraint(fields=('code', 'province', 'valid_from'), name='one_rule_per_code_place_and_date', nulls_distinct=False)],
                },
            ),
            migrations.CreateModel(
                name='DocumentTemplate',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('code', models.CharField(max_length=60, verbose_name='code')),
                    ('name', models.CharField(max_length=60, verbose_name='name')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ('valid_from', models.DateField(blank=True, null=True, verbose_name='in force from')),
                    ('layout', models.CharField(choices=[('letter', 'Letter of an organisation (GB/T 9704)'), ('document', 'Document with a red head (GB/T 9704)'), ('form', 'Paper of the parties')], max_length=10, verbose_name='layout')),
                    ('mark', models.CharField(blank=True, max_length=200, verbose_name='name above the document')),
                    ('title', models.CharField(max_length=200, verbose_name='title')),
                    ('number', models.CharField(blank=True, max_length=200, verbose_name='number')),
                    ('parts', models.JSONField(verbose_name='parts')),
                    ('drafted_at', models.DateTimeField(blank=True, null=True, verbose_name='drafted at')),
                    ('activated_at', models.DateTimeField(blank=True, null=True, verbose_name='put in force at')),
                    ('activated_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='put in force by')),
                    ('drafted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='drafted by')),
                    ('region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.region', verbose_name='only in')),
                ],
                options={
                    'verbose_name': 'document template',
                    'verbose_name_plural': 'document templates',
                    'ordering': ('code', 'version'),
                    'constraints': [models.UniqueConstraint(fields=('code', 'region', 'version'), name='one_template_per_place_and_version', nulls_distinct=False)],
                },
            ),
            migrations.CreateModel(
                name='Draft',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('key', models.CharField(max_length=100, verbose_name='form')),
                    ('text', casework.secrets.fields.EncryptedTextField(verbose_name='typed text')),
                    ('revision', models.PositiveIntegerField(default=0, verbose_name='revision')),
                    ('saved_at', models.DateTimeField(verbose_name='saved')),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ],
                options={
                    'verbose_name': 'draft',
                    'verbose_name_plural': 'drafts',
                    'constraints': [models.UniqueConstraint(fields=('user', 'key'), name='one_draft_per_form')],
                },
            ),
        ]),
        Together([
            migrations.AddIndex(
                model_name='employer',
                index=models.Index(fields=['name'], name='employer_name'),
            ),
            migrations.AddIndex(
                model_name='employer',
                index=models.Index(condition=models.Q(('uscc', ''), _negated=True), fields=['uscc'], name='employer_code_begins', opclasses=['varchar_pattern_ops']),
            ),
            migrations.AddConstraint(
                model_name='employer',
                constraint=models.UniqueConstraint(condition=models.Q(('uscc', ''), _negated=True), fields=('uscc',), name='one_employer_per_credit_code'),
            ),
            migrations.AddConstraint(
                model_name='employer',
                constraint=models.CheckConstraint(condition=models.Q(('merged_into', None), models.Q(('merged_into', models.F('id')), _negated=True), _connector='OR'), name='no_employer_is_joined_to_itself'),
            ),
            migrations.AddIndex(
                model_name='employerkey',
                index=models.Index(fields=['province', 'text'], name='employer_key_text', opclasses=['varchar_pattern_ops', 'varchar_pattern_ops']),
            ),
            migrations.AddIndex(
                model_name='employerkey',
                index=models.Index(fields=['province', 'sounds'], name='employer_key_sounds', opclasses=['varchar_pattern_ops', 'varchar_pattern_ops']),
            ),
            migrations.AddIndex(
                model_name='employerkey',
                index=models.Index(fields=['province', 'initials'], name='employer_key_initials', opclasses=['varchar_pattern_ops', 'varchar_pattern_ops']),
            ),
            migrations.AddIndex(
                model_name='employerkey',
                index=django.contrib.postgres.indexes.GinIndex(condition=models.Q(('pairs__isnull', False)), fields=['pairs'], name='employer_key_pairs'),
            ),
            migrations.AddConstraint(
                model_name='employername',
                constraint=models.UniqueConstraint(fields=('employer', 'text'), name='one_entry_per_name_of_an_employer'),
            ),
            migrations.AddConstraint(
                model_name='employerphone',
                constraint=models.UniqueConstraint(fields=('employer', 'index'), name='one_entry_per_number_of_an_employer'),
            ),
            migrations.AddConstraint(
                model_name='employerproject',
                constraint=models.UniqueConstraint(fields=('employer', 'name'), name='one_entry_per_project'),
            ),
            migrations.AddConstraint(
                model_name='holiday',
                constraint=models.UniqueConstraint(fields=('date', 'region'), name='one_entry_per_day_and_place', nulls_distinct=False),
            ),
            migrations.AddConstraint(
                model_name='idempotentanswer',
                constraint=models.UniqueConstraint(fields=('user', 'key'), name='one_answer_per_key'),
            ),
            migrations.AddIndex(
                model_name='importjob',
                index=models.Index(fields=['scope', '-id'], name='import_list', opclasses=['varchar_pattern_ops', 'int8_ops']),
            ),
            migrations.AddIndex(
                model_name='importjob',
                index=models.Index(condition=models.Q(('phase__in', ['checking', 'keeping'])), fields=['id'], name='import_waiting'),
            ),
            migrations.AddConstraint(
                model_name='importpart',
                constraint=models.UniqueConstraint(fields=('job', 'content', 'n'), name='one_piece_per_place'),
            ),
            migrations.AddConstraint(
                model_name='listcolumns',
                constraint=models.UniqueConstraint(fields=('user', 'page'), name='one_choice_of_columns'),
            ),
            migrations.AddConstraint(
                model_name='policy',
                constraint=models.UniqueConstraint(fields=('code', 'region', 'valid_from'), name='one_setting_per_place_and_date', nulls_distinct=False),
            ),
            migrations.AddIndex(
                model_name='presence',
                index=models.Index(fields=['seen_at'], name='presence_seen'),
            ),
            migrations.AddConstraint(
                model_name='presence',
                constraint=models.UniqueConstraint(fields=('key', 'officer'), name='one_presence_per_file'),
            ),
            migrations.AddIndex(
                model_name='savedview',
                index=models.Index(condition=models.Q(('shared', True)), fields=['org', 'page'], name='view_shared'),
            ),
            migrations.AddConstraint(
                model_name='savedview',
                constraint=models.UniqueConstraint(fields=('owner', 'page', 'name'), name='one_view_per_name'),
            ),
        ]),
    ]
