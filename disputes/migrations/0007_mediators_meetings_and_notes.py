import casework.secrets.fields
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0003_document_templates'),
        ('disputes', '0005_parties_and_roster'),
        ('organizations', '0001_initial'),
    ]

    operations = [
        BtreeGistExtension(),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_at', models.DateTimeField(verbose_name='begins')),
                ('ends_at', models.DateTimeField(verbose_name='ends')),
                ('manner', models.CharField(choices=[('on_site', 'In person'), ('online', 'By video'), ('separate', 'Separately with each side')], max_length=10, verbose_name='manner')),
                ('place', models.CharField(max_length=200, verbose_name='place or link')),
                ('notified_on', models.DateField(blank=True, null=True, verbose_name='parties told on')),
                ('outcome', models.CharField(blank=True, choices=[('held', 'Held'), ('not_held', 'Not held')], max_length=8, verbose_name='outcome of the meeting')),
                ('not_held', models.CharField(blank=True, choices=[('applicant_absent', 'The applicant did not come'), ('respondent_absent', 'The respondent did not come'), ('asked', 'A party asked for another day'), ('mediator', 'The mediator could not come'), ('other', 'Other reason')], max_length=20, verbose_name='why it was not held')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
            ],
            options={
                'verbose_name': 'appointed meeting',
                'verbose_name_plural': 'appointed meetings',
                'ordering': ('starts_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('presides', models.BooleanField(default=True, verbose_name='presides')),
                ('chosen_by', models.CharField(choices=[('organisation', 'The organisation'), ('parties', 'Both parties, from the roster')], max_length=12, verbose_name='chosen by')),
                ('why', models.TextField(blank=True, verbose_name='why this mediator')),
                ('assigned_on', models.DateField(verbose_name='assigned on')),
                ('confirmed_on', models.DateField(blank=True, null=True, verbose_name='confirmed on')),
                ('disclosure', models.TextField(blank=True, verbose_name='disclosed before beginning')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='ended on')),
            ],
            options={
                'verbose_name': 'assignment',
                'verbose_name_plural': 'assignments',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('presence', models.CharField(choices=[('in_person', 'Present'), ('proxy', 'Represented in writing'), ('absent', 'Absent')], max_length=10, verbose_name='presence')),
                ('proxy_name', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='name of the proxy')),
            ],
            options={
                'verbose_name': 'attendance',
                'verbose_name_plural': 'attendances',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='CaseTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=100, verbose_name='task in a few words')),
                ('due_on', models.DateField(verbose_name='due')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='done on')),
            ],
            options={
                'verbose_name': 'task',
                'verbose_name_plural': 'tasks',
                'ordering': ('due_on', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='CheckedItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=30, verbose_name='checked item')),
                ('checked_on', models.DateField(verbose_name='checked on')),
            ],
            options={
                'verbose_name': 'checked item',
                'verbose_name_plural': 'checked items',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='Conflict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person_name', casework.secrets.fields.EncryptedTextField(blank=True, null=True, verbose_name='name of the person')),
                ('person_id_number', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='identity number')),
                ('reason', models.CharField(max_length=200, verbose_name='reason')),
                ('declared_on', models.DateField(verbose_name='declared on')),
                ('lifted_on', models.DateField(blank=True, null=True, verbose_name='lifted on')),
            ],
            options={
                'verbose_name': 'conflict of interest',
                'verbose_name_plural': 'conflicts of interest',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='MediatorLeave',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField(verbose_name='first day of leave')),
                ('until_on', models.DateField(verbose_name='last day of leave')),
            ],
            options={
                'verbose_name': 'leave of a mediator',
                'verbose_name_plural': 'leaves of mediators',
                'ordering': ('from_on', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='MediatorProfile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mediator_no', models.CharField(blank=True, max_length=40, verbose_name='mediator number')),
                ('roster', models.CharField(choices=[('union', 'Trade union'), ('court', 'Court, invited mediators'), ('hr', 'HR and social security office'), ('justice', 'Justice bureau')], default='union', max_length=8, verbose_name='roster')),
                ('appointed_on', models.DateField(verbose_name='appointed on')),
                ('valid_until', models.DateField(verbose_name='term ends on')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('ii', 'Yi'), ('bca', 'Bai'), ('hni', 'Hani'), ('tdd', 'Dai'), ('za', 'Zhuang'), ('hmn', 'Miao'), ('lis', 'Lisu'), ('lhu', 'Lahu'), ('prk', 'Wa'), ('nxq', 'Naxi'), ('ium', 'Yao'), ('kac', 'Jingpo'), ('bo', 'Tibetan'), ('csl', 'Sign language')], max_length=8), blank=True, default=list, size=None, verbose_name='languages')),
            ],
            options={
                'verbose_name': 'mediator of the roster',
                'verbose_name_plural': 'roster of mediators',
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('deleted_at', models.DateTimeField(blank=True, null=True, verbose_name='deleted at')),
                ('deleted_reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
            ],
            options={
                'verbose_name': 'note',
                'verbose_name_plural': 'notes',
                'ordering': ('-pk',),
            },
        ),
        migrations.CreateModel(
            name='NoteVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='text')),
                ('at', models.DateTimeField(verbose_name='at')),
            ],
            options={
                'verbose_name': 'wording of a note',
                'verbose_name_plural': 'wordings of a note',
                'ordering': ('pk',),
            },
        ),
        migrations.AddField(
            model_name='disputecase',
            name='confirmed_on',
            field=models.DateField(blank=True, null=True, verbose_name='confirmed by the mediator'),
        ),
        migrations.AddField(
            model_name='disputecase',
            name='failure_proposed_on',
            field=models.DateField(blank=True, null=True, verbose_name='end proposed by the clock'),
        ),
        migrations.AddField(
            model_name='disputecase',
            name='is_grave',
            field=models.BooleanField(default=False, verbose_name='grave or complex'),
        ),
        migrations.AddField(
            model_name='disputepause',
            name='cause',
            field=models.CharField(choices=[('appraisal', 'Appraisal'), ('injury', 'Decision on a work injury'), ('other_case', 'Result of another case'), ('agreed', 'Agreed by both parties'), ('other', 'Other cause')], default='other', max_length=12, verbose_name='cause'),
        ),
        migrations.AddField(
            model_name='mediationmeeting',
            name='pages',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='pages signed'),
        ),
        migrations.AddField(
            model_name='mediationmeeting',
            name='signed_on',
            field=models.DateField(blank=True, null=True, verbose_name='minutes signed on'),
        ),
        migrations.AddField(
            model_name='mediationmeeting',
            name='signed_paper',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disputes.disputeattachment', verbose_name='paper'),
        ),
        migrations.AddField(
            model_name='party',
            name='language',
            field=models.CharField(blank=True, choices=[('ii', 'Yi'), ('bca', 'Bai'), ('hni', 'Hani'), ('tdd', 'Dai'), ('za', 'Zhuang'), ('hmn', 'Miao'), ('lis', 'Lisu'), ('lhu', 'Lahu'), ('prk', 'Wa'), ('nxq', 'Naxi'), ('ium', 'Yao'), ('kac', 'Jingpo'), ('bo', 'Tibetan'), ('csl', 'Sign language')], max_length=8, verbose_name='language needed'),
        ),
        migrations.AddField(
            model_name='recusal',
            name='decision',
            field=models.CharField(choices=[('granted', 'The mediator steps back'), ('refused', 'No ground was found, the mediator stays'), ('kept', 'Both parties consent to keep the mediator')], default='granted', max_length=8, verbose_name='decision on the recusal'),
        ),
        migrations.AddConstraint(
            model_name='mediationmeeting',
            constraint=models.CheckConstraint(condition=models.Q(('signed_on', None), models.Q(('pages__gte', 1), ('signed_paper__isnull', False)), _connector='OR'), name='signed_minutes_have_pages_and_paper'),
        ),
        migrations.AddField(
            model_name='appointment',
            name='file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='disputes.disputecase'),
        ),
        migrations.AddField(
            model_name='appointment',
            name='mediator',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='mediator'),
        ),
        migrations.AddField(
            model_name='appointment',
            name='meeting',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appointment', to='disputes.mediationmeeting', verbose_name='meeting'),
        ),
        migrations.AddField(
            model_name='assignment',
            name='file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='disputes.disputecase'),
        ),
        migrations.AddField(
            model_name='assignment',
            name='officer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='mediator'),
        ),
        migrations.AddField(
            model_name='attendance',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='disputes.mediationmeeting'),
        ),
        migrations.AddField(
            model_name='attendance',
            name='party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disputes.party', verbose_name='party'),
        ),
        migrations.AddField(
            model_name='casetask',
            name='file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='disputes.disputecase'),
        ),
        migrations.AddField(
            model_name='casetask',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='case_tasks', to='organizations.officer', verbose_name='to be done by'),
        ),
        migrations.AddField(
            model_name='checkeditem',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer'),
        ),
        migrations.AddField(
            model_name='checkeditem',
            name='file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checked_items', to='disputes.disputecase'),
        ),
        migrations.AddField(
            model_name='conflict',
            name='employer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.employer', verbose_name='employer'),
        ),
        migrations.AddField(
            model_name='mediatorprofile',
            name='officer',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='mediator_profile', to='organizations.officer', verbose_name='mediator'),
        ),
        migrations.AddField(
            model_name='mediatorprofile',
            name='specialities',
            field=models.ManyToManyField(blank=True, related_name='+', to='casework.category', verbose_name='specialities'),
        ),
        migrations.AddField(
            model_name='mediatorleave',
            name='profile',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='leaves', to='disputes.mediatorprofile'),
        ),
        migrations.AddField(
            model_name='conflict',
            name='profile',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conflicts', to='disputes.mediatorprofile'),
        ),
        migrations.AddField(
            model_name='note',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer'),
        ),
        migrations.AddField(
            model_name='note',
            name='deleted_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer'),
        ),
        migrations.AddField(
            model_name='note',
            name='file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='disputes.disputecase'),
        ),
        migrations.AddField(
            model_name='noteversion',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer'),
        ),
        migrations.AddField(
            model_name='noteversion',
            name='note',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='disputes.note'),
        ),
        migrations.AddIndex(
            model_name='appointment',
            index=models.Index(fields=['mediator', 'starts_at'], name='meeting_calendar'),
        ),
        migrations.AddIndex(
            model_name='appointment',
            index=models.Index(condition=models.Q(('outcome', '')), fields=['starts_at'], name='meetings_ahead'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='meeting_ends_later'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'not_held'), _negated=True), models.Q(('not_held', ''), _negated=True), _connector='OR'), name='meeting_not_held_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('outcome', '')), expressions=[('mediator', '='), (models.Func('starts_at', 'ends_at', django.contrib.postgres.fields.ranges.RangeBoundary(), function='TSTZRANGE', output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField()), '&&')], name='one_meeting_of_a_mediator_at_a_time'),
        ),
        migrations.AddIndex(
            model_name='assignment',
            index=models.Index(condition=models.Q(('ended_on', None)), fields=['officer', 'file'], name='assignment_running'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_on', None), ('presides', True)), fields=('file',), name='one_mediator_presides'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('file', 'officer'), name='one_assignment_per_mediator'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.UniqueConstraint(fields=('meeting', 'party'), name='one_attendance_per_party'),
        ),
        migrations.AddIndex(
            model_name='casetask',
            index=models.Index(condition=models.Q(('done_on', None)), fields=['owner', 'due_on'], name='tasks_to_do'),
        ),
        migrations.AddConstraint(
            model_name='checkeditem',
            constraint=models.UniqueConstraint(fields=('file', 'code'), name='one_check_per_item'),
        ),
        migrations.AddConstraint(
            model_name='mediatorprofile',
            constraint=models.CheckConstraint(condition=models.Q(('valid_until__gte', models.F('appointed_on'))), name='mediator_term_ends_later'),
        ),
        migrations.AddConstraint(
            model_name='mediatorprofile',
            constraint=models.UniqueConstraint(condition=models.Q(('mediator_no', ''), _negated=True), fields=('roster', 'mediator_no'), name='one_mediator_per_number'),
        ),
        migrations.AddConstraint(
            model_name='mediatorleave',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='leave_ends_later'),
        ),
        migrations.AddConstraint(
            model_name='conflict',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('employer__isnull', False), ('person_name__isnull', True)), models.Q(('employer__isnull', True), ('person_name__isnull', False)), _connector='OR'), name='conflict_names_one_side'),
        ),
    ]
