import casework.secrets.fields
import disputes.models.parties
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models

from casework.operations import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casework', '0002_functions_and_history'),
        ('organizations', '0001_initial'),
    ]

    operations = [
        BtreeGistExtension(),
        Together([
            migrations.CreateModel(
                name='DisputeCase',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.CharField(blank=True, max_length=60, verbose_name='number')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='next due day')),
                    ('opened_at', models.DateTimeField(verbose_name='opened')),
                    ('further_advice', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('arbitration', 'Apply for labour arbitration'), ('inspection', 'Complain to the labour inspection'), ('legal_aid', 'Apply for legal aid'), ('lawsuit', 'Sue in court'), ('supervision', 'Have the union supervise the employer')], max_length=12), blank=True, default=list, size=None, verbose_name='further ways shown')),
                    ('undisputed_facts', models.TextField(blank=True, verbose_name='facts both sides confirmed')),
                    ('returned_on', models.DateField(blank=True, null=True, verbose_name='returned to the court on')),
                    ('sham_answered_on', models.DateField(blank=True, null=True, verbose_name='report of sham mediation answered on')),
                    ('archive_no', models.CharField(blank=True, max_length=60, verbose_name='archive number')),
                    ('retention_class', models.CharField(blank=True, choices=[('case', 'Ordinary case'), ('group_case', 'Case of a group'), ('confirmed_case', 'Judicially confirmed case')], max_length=14, verbose_name='retention class')),
                    ('kept_until', models.DateField(blank=True, null=True, verbose_name='kept until')),
                    ('on_hold', models.BooleanField(default=False, verbose_name='may not be destroyed (hold)')),
                    ('appraised_on', models.DateField(blank=True, null=True, verbose_name='proposed for destruction on')),
                    ('destruction_approved_on', models.DateField(blank=True, null=True, verbose_name='destruction approved on')),
                    ('destroyed_on', models.DateField(blank=True, null=True, verbose_name='destroyed on')),
                    ('is_restricted', models.BooleanField(default=False, verbose_name='only for named officers')),
                    ('state', models.CharField(choices=[('applied', 'Applied for'), ('awaiting_supplement', 'Papers awaited'), ('accepted', 'Accepted'), ('assigned', 'Mediator assigned'), ('mediating', 'In mediation'), ('suspended', 'Mediation suspended'), ('concluded', 'Concluded'), ('performing', 'Being performed'), ('closed_out', 'Closed'), ('archived', 'Archived'), ('declined', 'Not accepted'), ('merged', 'Merged into another case')], max_length=24, verbose_name='state')),
                    ('origin', models.CharField(choices=[('walk_in', 'In person'), ('hotline', 'Hotline 12351'), ('online', 'Online'), ('hr', 'HR and social security office'), ('court_assigned', 'Court, before docketing'), ('court_entrusted', 'Court, after docketing'), ('other', 'Another way')], max_length=20, verbose_name='origin')),
                    ('external_no', models.CharField(blank=True, max_length=60, verbose_name='number given elsewhere')),
                    ('procedure', models.CharField(blank=True, choices=[('ordinary', 'Ordinary procedure'), ('summary', 'Summary procedure')], max_length=10, verbose_name='court procedure')),
                    ('legal_ground', models.CharField(choices=[('relation', 'Existence of the labour relation'), ('contract', 'Conclusion, performance, change or end of the contract'), ('leaving', 'Removal, dismissal, resignation or leaving'), ('conditions', 'Working time, rest, social insurance, welfare, training or protection'), ('pay', 'Pay, injury medical costs, compensation or damages'), ('other_law', 'Other disputes named by law'), ('civil', 'Civil dispute of a platform worker without labour relation'), ('none', 'None of the matters named by law')], max_length=12, verbose_name='legal ground')),
                    ('exclusion', models.CharField(blank=True, choices=[('insurance_benefits', 'Benefits claimed from the social insurance agency'), ('housing_reform', 'Sale of housing in the housing reform'), ('medical_finding', 'Objection to a finding of disability or of an occupational disease'), ('domestic_worker', 'Family or person and domestic worker'), ('craftsman', 'Craftsman and assistant or apprentice'), ('farming', 'Farming household and hired hand')], max_length=20, verbose_name='no labour dispute because')),
                    ('application_manner', models.CharField(choices=[('written', 'In writing'), ('oral', 'Told, and recorded on the spot')], default='written', max_length=8, verbose_name='manner of the application')),
                    ('recorded_at', models.DateTimeField(blank=True, null=True, verbose_name='recorded at')),
                    ('notice_read_on', models.DateField(blank=True, null=True, verbose_name='notice on personal data given on')),
                    ('facts', models.TextField(verbose_name='facts and reasons')),
                    ('pending_elsewhere', models.BooleanField(default=False, verbose_name='decided or pending before arbitration or a court')),
                    ('names_hidden', models.BooleanField(default=False, verbose_name='names are hidden everywhere')),
                    ('limitation_expires_on', models.DateField(blank=True, null=True, verbose_name='limitation of arbitration ends')),
                    ('received_on', models.DateField(verbose_name='received')),
                    ('accepted_on', models.DateField(blank=True, null=True, verbose_name='accepted')),
                    ('assigned_on', models.DateField(blank=True, null=True, verbose_name='mediator assigned')),
                    ('closed_on', models.DateField(blank=True, null=True, verbose_name='concluded')),
                    ('closed_out_on', models.DateField(blank=True, null=True, verbose_name='closed')),
                    ('archived_on', models.DateField(blank=True, null=True, verbose_name='archived')),
                    ('declined_on', models.DateField(blank=True, null=True, verbose_name='declined')),
                    ('refused_by', models.CharField(blank=True, choices=[('applicant', 'Applicant'), ('respondent', 'Respondent')], max_length=10, verbose_name='mediation refused by')),
                    ('both_sides_willing', models.BooleanField(blank=True, null=True, verbose_name='neither side refuses mediation')),
                    ('outcome', models.CharField(blank=True, choices=[('agreed', 'Agreement reached'), ('reconciled', 'Settled by the parties themselves'), ('failed', 'No agreement'), ('withdrawn', 'Application withdrawn'), ('terminated', 'Terminated'), ('transferred', 'Passed to another body')], max_length=12, verbose_name='outcome')),
                    ('end_reason', models.CharField(blank=True, choices=[('no_common_ground', 'The positions stayed too far apart'), ('time_over', 'The time limit has passed'), ('absent', 'A party did not appear'), ('refusal', 'A party refuses mediation'), ('unreachable', 'A party cannot be reached'), ('death', 'A party has died or ceased to exist'), ('sham', 'Sham mediation is suspected'), ('out_of_scope', 'Not a labour dispute by law'), ('pending', 'Decided or pending before arbitration or a court'), ('elsewhere', 'Another mediation organisation is in charge'), ('incomplete', 'The papers asked for did not come'), ('other', 'Other reason')], max_length=20, verbose_name='reason of the end')),
                    ('advice', models.CharField(blank=True, choices=[('arbitration', 'Apply for labour arbitration'), ('inspection', 'Complain to the labour inspection'), ('legal_aid', 'Apply for legal aid'), ('lawsuit', 'Sue in court'), ('supervision', 'Have the union supervise the employer')], max_length=12, verbose_name='advice given')),
                    ('settlement', models.TextField(blank=True, verbose_name='what the parties settled')),
                    ('passed_to', models.CharField(blank=True, max_length=100, verbose_name='passed to')),
                    ('callback', models.CharField(blank=True, choices=[('satisfied', 'Reached, satisfied'), ('dissatisfied', 'Reached, not satisfied'), ('not_reached', 'Not reached')], max_length=12, verbose_name='callback')),
                    ('retention_years', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='kept for (years)')),
                    ('worker_count', models.PositiveIntegerField(default=1, verbose_name='workers')),
                    ('is_group', models.BooleanField(default=False, verbose_name='group dispute')),
                    ('amount_claimed', models.DecimalField(decimal_places=2, default=0, max_digits=14, verbose_name='amount claimed (yuan)')),
                    ('amount_agreed', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='amount agreed (yuan)')),
                    ('amount_paid', models.DecimalField(decimal_places=2, default=0, max_digits=14, verbose_name='amount paid (yuan)')),
                    ('pay_by', models.DateField(blank=True, null=True, verbose_name='next payment due')),
                    ('is_grave', models.BooleanField(default=False, verbose_name='grave or complex')),
                    ('confirmed_on', models.DateField(blank=True, null=True, verbose_name='confirmed by the mediator')),
                    ('failure_proposed_on', models.DateField(blank=True, null=True, verbose_name='end proposed by the clock')),
                    ('urgency', models.PositiveSmallIntegerField(choices=[(0, 'Ordinary'), (1, 'Raised risk'), (2, 'Urgent')], db_default=0, default=0, verbose_name='urgency')),
                    ('rank', models.GeneratedField(db_persist=True, expression=models.Func('urgency', models.Case(models.When(state='performing', then=models.F('pay_by')), models.When(state__in=['accepted', 'applied', 'assigned', 'mediating'], then=models.F('due_on')), default=None, output_field=models.DateField()), 'id', function='worklist_rank', output_field=models.BigIntegerField()), output_field=models.BigIntegerField())),
                    ('category', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.category', verbose_name='category')),
                    ('mediator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mediated_cases', to='organizations.officer', verbose_name='mediator')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='handling organisation')),
                    ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='recorded by')),
                    ('work_region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.region', verbose_name='place of work, when elsewhere')),
                ],
                options={
                    'verbose_name': 'dispute case',
                    'verbose_name_plural': 'dispute cases',
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
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('mediator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='mediator')),
                ],
                options={
                    'verbose_name': 'act on many cases',
                    'verbose_name_plural': 'acts on many cases',
                },
            ),
            migrations.CreateModel(
                name='CaseTask',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=100, verbose_name='task in a few words')),
                    ('due_on', models.DateField(verbose_name='due')),
                    ('done_on', models.DateField(blank=True, null=True, verbose_name='done on')),
                    ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='case_tasks', to='organizations.officer', verbose_name='to be done by')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='disputes.disputecase')),
                ],
                options={
                    'verbose_name': 'task',
                    'verbose_name_plural': 'tasks',
                    'ordering': ('due_on', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='CaseRelation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('linked', 'Related case'), ('child', 'Part of the main case'), ('split', 'Split off from'), ('merged', 'Merged into the case'), ('reopened', 'Reopened from')], max_length=10, verbose_name='relation')),
                    ('at', models.DateTimeField(verbose_name='since')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='relations', to='disputes.disputecase')),
                    ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='relations_back', to='disputes.disputecase')),
                ],
                options={
                    'verbose_name': 'relation of cases',
                    'verbose_name_plural': 'relations of cases',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='CaseClearance',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clearances', to='disputes.disputecase')),
                ],
                options={
                    'verbose_name': 'clearance',
                    'verbose_name_plural': 'clearances',
                },
            ),
            migrations.CreateModel(
                name='BulkItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(blank=True, null=True, verbose_name='version')),
                    ('reasons', models.JSONField(default=list, verbose_name='reasons')),
                    ('assigned_on', models.DateField(blank=True, null=True, verbose_name='mediator assigned')),
                    ('undone', models.BooleanField(default=False, verbose_name='taken back')),
                    ('mediator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='mediator')),
                    ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='disputes.bulkrun', verbose_name='act')),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disputes.disputecase', verbose_name='dispute case')),
                ],
                options={
                    'verbose_name': 'case of an act on many',
                    'verbose_name_plural': 'cases of acts on many',
                    'ordering': ('pk',),
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
                    ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='mediator')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='disputes.disputecase')),
                ],
                options={
                    'verbose_name': 'assignment',
                    'verbose_name_plural': 'assignments',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='AgreementTerm',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('position', models.PositiveSmallIntegerField(verbose_name='no.')),
                    ('debtor', models.CharField(choices=[('respondent', 'The respondent'), ('applicant', 'The applicant')], max_length=12, verbose_name='who')),
                    ('kind', models.CharField(choices=[('payment', 'Payment of a sum'), ('monthly_wage', 'Wage per month'), ('act', 'Another act')], max_length=12, verbose_name='kind of obligation')),
                    ('what', models.TextField(verbose_name='what')),
                    ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='amount (yuan)')),
                    ('account', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='account')),
                    ('due_on', models.DateField(verbose_name='by which day')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreement_terms', to='disputes.disputecase')),
                ],
                options={
                    'verbose_name': 'term of an agreement',
                    'verbose_name_plural': 'terms of agreements',
                    'ordering': ('position',),
                },
            ),
            migrations.CreateModel(
                name='AgreementDraft',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('agreed', models.JSONField(default=list, verbose_name='agreed on each claim')),
                    ('further_terms', models.TextField(blank=True, verbose_name='further terms')),
                    ('breach', models.TextField(blank=True, verbose_name='consequence of a breach')),
                    ('route', models.CharField(blank=True, choices=[('none', 'No further step'), ('judicial_confirmation', 'Judicial confirmation'), ('arbitral_review', 'Arbitral review')], max_length=24, verbose_name='way chosen after the signatures')),
                    ('copies', models.PositiveSmallIntegerField(default=3, verbose_name='copies')),
                    ('legal_check', models.TextField(blank=True, verbose_name='why an entitlement protected by law comes to nothing')),
                    ('drafted_at', models.DateTimeField(verbose_name='drafted')),
                    ('drafted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='drafted by')),
                    ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='agreement_draft', to='disputes.disputecase')),
                ],
                options={
                    'verbose_name': 'draft of an agreement',
                    'verbose_name_plural': 'drafts of agreements',
                },
            ),
            migrations.CreateModel(
                name='CheckedItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('code', models.CharField(max_length=30, verbose_name='checked item')),
                    ('checked_on', models.DateField(verbose_name='checked on')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checked_items', to='disputes.disputecase')),
                ],
                options={
                    'verbose_name': 'checked item',
                    'verbose_name_plural': 'checked items',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='ClaimItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('position', models.PositiveSmallIntegerField(verbose_name='no.')),
                    ('claimant', models.CharField(blank=True, max_length=60, verbose_name='claimant')),
                    ('claimed', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='claimed (yuan)')),
                    ('agreed', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='agreed (yuan)')),
                    ('category', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.category', verbose_name='category')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='disputes.disputecase')),
                ],
                options={
                    'verbose_name': 'claim',
                    'verbose_name_plural': 'claims',
                    'ordering': ('position',),
                },
            ),
            migrations.CreateModel(
                name='DestructionRecord',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('archive_no', models.CharField(max_length=60, verbose_name='archive number')),
                    ('kept_until', models.DateField(verbose_name='kept until')),
                    ('approved_on', models.DateField(verbose_name='approved on')),
                    ('destroyed_on', models.DateField(verbose_name='destroyed on')),
                    ('papers', models.JSONField(default=list, verbose_name='papers destroyed (SHA-256)')),
                    ('destroyed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='destroyed by')),
                    ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='destruction', to='disputes.disputecase')),
                    ('first_witness', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='first witness')),
                    ('second_witness', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='second witness')),
                ],
                options={
                    'verbose_name': 'destruction record',
                    'verbose_name_plural': 'destruction records',
                },
            ),
            migrations.CreateModel(
                name='DisputeAttachment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=150, verbose_name='name')),
                    ('at', models.DateTimeField(verbose_name='added')),
                    ('place', models.CharField(blank=True, choices=[('application', 'Application, record of an oral one, or letter of the court'), ('acceptance', 'Notice of acceptance and slips of service'), ('rights', 'Notice of rights and duties (place)'), ('identity', 'Identity papers'), ('representatives', 'Powers of proxies, list of representatives'), ('evidence', 'Evidence handed in'), ('investigation', 'Record of an investigation'), ('minutes', 'Mediation records'), ('agreement', 'Agreement, or note of the end without one'), ('performance', 'Proof of performance'), ('callback', 'Record of the callback'), ('confirmation', 'Papers of judicial confirmation or arbitral review'), ('closing_report', 'Closing report (place)'), ('other', 'Other papers')], max_length=16, verbose_name='place in the case file')),
                    ('counted_pages', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='pages')),
                    ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.blob', verbose_name='content')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='disputes.disputecase')),
                ],
                options={
                    'ordering': ('pk',),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='DisputeDeadline',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('started_on', models.DateField(verbose_name='started')),
                    ('due_on', models.DateField(verbose_name='due')),
                    ('provisional', models.BooleanField(default=False, verbose_name='provisional')),
                    ('met_on', models.DateField(blank=True, null=True, verbose_name='met')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='disputes.disputecase')),
                    ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.deadlinerule', verbose_name='rule')),
                ],
                options={
                    'ordering': ('started_on', 'pk'),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='DisputeEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=30, verbose_name='act')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('before', models.CharField(blank=True, max_length=24, verbose_name='state before')),
                    ('after', models.CharField(blank=True, max_length=24, verbose_name='state after')),
                    ('note', models.TextField(blank=True, verbose_name='note')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='disputes.disputecase')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='DisputeExtension',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('length', models.PositiveSmallIntegerField(verbose_name='length')),
                    ('granted_on', models.DateField(verbose_name='granted on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='disputes.disputedeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='DisputePause',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_on', models.DateField(verbose_name='stopped on')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='resumed on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('cause', models.CharField(choices=[('appraisal', 'Appraisal'), ('injury', 'Decision on a work injury'), ('other_case', 'Result of another case'), ('agreed', 'Agreed by both parties'), ('other', 'Other cause')], default='other', max_length=12, verbose_name='cause')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pauses', to='disputes.disputedeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Instalment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('position', models.PositiveSmallIntegerField(verbose_name='no.')),
                    ('due_on', models.DateField(verbose_name='pay by')),
                    ('amount', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='amount (yuan)')),
                    ('paid', models.DecimalField(decimal_places=2, default=0, max_digits=14, verbose_name='paid (yuan)')),
                    ('settled_on', models.DateField(blank=True, null=True, verbose_name='paid in full on')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='instalments', to='disputes.disputecase')),
                ],
                options={
                    'verbose_name': 'instalment',
                    'verbose_name_plural': 'instalments',
                    'ordering': ('position',),
                },
            ),
            migrations.CreateModel(
                name='FollowUp',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('reminder', 'Remind of the payment'), ('default', 'In default: offer payment order or enforcement')], max_length=10, verbose_name='kind')),
                    ('due_on', models.DateField(verbose_name='to be done on')),
                    ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='done')),
                    ('note', models.TextField(blank=True, verbose_name='note')),
                    ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='done by')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='disputes.disputecase')),
                    ('instalment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='disputes.instalment', verbose_name='instalment')),
                ],
                options={
                    'verbose_name': 'follow-up of a payment',
                    'verbose_name_plural': 'follow-ups of payments',
                    'ordering': ('due_on', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='MediationAgreement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('terms', models.TextField(verbose_name='terms')),
                    ('applicants_signed_on', models.DateField(verbose_name='signed by the applicants')),
                    ('respondents_signed_on', models.DateField(verbose_name='signed by the respondents')),
                    ('mediator_signed_on', models.DateField(blank=True, null=True, verbose_name='signed by the mediator')),
                    ('seal_on', models.DateField(blank=True, null=True, verbose_name='sealed by the organisation')),
                    ('effective_on', models.DateField(verbose_name='effective')),
                    ('is_online', models.BooleanField(default=False, verbose_name='signed online by everybody')),
                    ('breach', models.TextField(blank=True, verbose_name='consequence of a breach')),
                    ('route', models.CharField(blank=True, choices=[('none', 'No further step'), ('judicial_confirmation', 'Judicial confirmation'), ('arbitral_review', 'Arbitral review')], max_length=24, verbose_name='way chosen after the signatures')),
                    ('copies', models.PositiveSmallIntegerField(default=3, verbose_name='copies')),
                    ('legal_check', models.TextField(blank=True, verbose_name='why an entitlement protected by law comes to nothing')),
                    ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='agreement', to='disputes.disputecase')),
                ],
                options={
                    'verbose_name': 'mediation agreement',
                    'verbose_name_plural': 'mediation agreements',
                },
            ),
            migrations.CreateModel(
                name='MediationMeeting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('held_on', models.DateField(verbose_name='held on')),
                    ('manner', models.CharField(choices=[('on_site', 'In person'), ('online', 'By video'), ('separate', 'Separately with each side')], default='on_site', max_length=10, verbose_name='manner')),
                    ('place', models.CharField(blank=True, max_length=100, verbose_name='place')),
                    ('rights_read', models.BooleanField(verbose_name='rights, rules and effect of an agreement explained')),
                    ('parties_present', models.BooleanField(verbose_name='both sides present or represented in writing')),
                    ('minutes', models.TextField(verbose_name='minutes')),
                    ('pages', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='pages signed')),
                    ('signed_on', models.DateField(blank=True, null=True, verbose_name='minutes signed on')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='disputes.disputecase')),
                    ('signed_paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disputes.disputeattachment', verbose_name='paper')),
                ],
                options={
                    'verbose_name': 'mediation meeting',
                    'verbose_name_plural': 'mediation meetings',
                    'ordering': ('held_on', 'pk'),
                },
            ),
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
                    ('mediator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='mediator')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='disputes.disputecase')),
                    ('meeting', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appointment', to='disputes.mediationmeeting', verbose_name='meeting')),
                ],
                options={
                    'verbose_name': 'appointed meeting',
                    'verbose_name_plural': 'appointed meetings',
                    'ordering': ('starts_at', 'pk'),
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
                    ('officer', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='mediator_profile', to='organizations.officer', verbose_name='mediator')),
                    ('specialities', models.ManyToManyField(blank=True, related_name='+', to='casework.category', verbose_name='specialities')),
                ],
                options={
                    'verbose_name': 'mediator of the roster',
                    'verbose_name_plural': 'roster of mediators',
                },
            ),
            migrations.CreateModel(
                name='MediatorLeave',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_on', models.DateField(verbose_name='first day of leave')),
                    ('until_on', models.DateField(verbose_name='last day of leave')),
                    ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='leaves', to='disputes.mediatorprofile')),
                ],
                options={
                    'verbose_name': 'leave of a mediator',
                    'verbose_name_plural': 'leaves of mediators',
                    'ordering': ('from_on', 'pk'),
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
                    ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.employer', verbose_name='employer')),
                    ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conflicts', to='disputes.mediatorprofile')),
                ],
                options={
                    'verbose_name': 'conflict of interest',
                    'verbose_name_plural': 'conflicts of interest',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='MissingPaper',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('place', models.CharField(choices=[('application', 'Application, record of an oral one, or letter of the court'), ('acceptance', 'Notice of acceptance and slips of service'), ('rights', 'Notice of rights and duties (place)'), ('identity', 'Identity papers'), ('representatives', 'Powers of proxies, list of representatives'), ('evidence', 'Evidence handed in'), ('investigation', 'Record of an investigation'), ('minutes', 'Mediation records'), ('agreement', 'Agreement, or note of the end without one'), ('performance', 'Proof of performance'), ('callback', 'Record of the callback'), ('confirmation', 'Papers of judicial confirmation or arbitral review'), ('closing_report', 'Closing report (place)'), ('other', 'Other papers')], max_length=16, verbose_name='place in the case file')),
                    ('reason', models.CharField(max_length=200, verbose_name='reason')),
                    ('at', models.DateTimeField(verbose_name='noted')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='missing_papers', to='disputes.disputecase')),
                ],
                options={
                    'verbose_name': 'note on a missing paper',
                    'verbose_name_plural': 'notes on missing papers',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='Note',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('deleted_at', models.DateTimeField(blank=True, null=True, verbose_name='deleted at')),
                    ('deleted_reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer')),
                    ('deleted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='disputes.disputecase')),
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
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer')),
                    ('note', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='disputes.note')),
                ],
                options={
                    'verbose_name': 'wording of a note',
                    'verbose_name_plural': 'wordings of a note',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='PaperRemoval',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                    ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='done')),
                    ('still_used', models.BooleanField(default=False, verbose_name='kept: another file holds it')),
                    ('record', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='removals', to='disputes.destructionrecord')),
                ],
                options={
                    'verbose_name': 'removal of a paper',
                    'verbose_name_plural': 'removals of papers',
                },
            ),
            migrations.CreateModel(
                name='Party',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('role', models.CharField(choices=[('applicant', 'Applicant'), ('respondent', 'Respondent'), ('third_party', 'Third party')], max_length=12, verbose_name='role')),
                    ('capacity', models.CharField(blank=True, choices=[('employer', 'Employing unit'), ('general_contractor', 'General contractor'), ('subcontractor', 'Subcontractor'), ('dispatching_unit', 'Labour dispatch unit'), ('user_unit', 'Unit using dispatched workers'), ('platform', 'Platform or its partner'), ('other_unit', 'Other unit')], max_length=20, verbose_name='capacity')),
                    ('name', models.CharField(max_length=200, verbose_name='name')),
                    ('legal_representative', models.CharField(blank=True, max_length=60, verbose_name='legal representative')),
                    ('id_number', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='identity number')),
                    ('id_index', casework.secrets.fields.BlindIndexField(db_index=True, of='id_number')),
                    ('phone', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='telephone')),
                    ('phone_index', casework.secrets.fields.BlindIndexField(db_index=True, normalise=disputes.models.parties.digits, of='phone')),
                    ('address', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='address')),
                    ('service_address', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='address for service')),
                    ('electronic_service', models.BooleanField(default=False, verbose_name='agrees to service by electronic means')),
                    ('needs', models.CharField(blank=True, max_length=100, verbose_name='language and other needs')),
                    ('is_minor', models.BooleanField(default=False, verbose_name='under 18')),
                    ('guardian', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='guardian')),
                    ('elected_on', models.DateField(blank=True, null=True, verbose_name='elected representative on')),
                    ('may_settle', models.BooleanField(default=False, verbose_name='may settle for the group')),
                    ('ended_on', models.DateField(blank=True, null=True, verbose_name='party until')),
                    ('language', models.CharField(blank=True, choices=[('ii', 'Yi'), ('bca', 'Bai'), ('hni', 'Hani'), ('tdd', 'Dai'), ('za', 'Zhuang'), ('hmn', 'Miao'), ('lis', 'Lisu'), ('lhu', 'Lahu'), ('prk', 'Wa'), ('nxq', 'Naxi'), ('ium', 'Yao'), ('kac', 'Jingpo'), ('bo', 'Tibetan'), ('csl', 'Sign language')], max_length=8, verbose_name='language needed')),
                    ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='casework.employer', verbose_name='employer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='disputes.disputecase')),
                ],
                options={
                    'verbose_name': 'party',
                    'verbose_name_plural': 'parties',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='CaseDocument',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(max_length=30, verbose_name='kind of document')),
                    ('issued_at', models.DateTimeField(verbose_name='issued at')),
                    ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='issued by officer')),
                    ('template', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.documenttemplate', verbose_name='template')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='disputes.disputecase')),
                    ('pdf', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disputes.disputeattachment', verbose_name='PDF')),
                    ('word', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disputes.disputeattachment', verbose_name='Word file')),
                    ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disputes.mediationmeeting', verbose_name='mediation meeting')),
                    ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disputes.party', verbose_name='person or unit served')),
                ],
                options={
                    'verbose_name': 'document of a case',
                    'verbose_name_plural': 'documents of cases',
                    'ordering': ('-pk',),
                },
            ),
            migrations.CreateModel(
                name='Attendance',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('presence', models.CharField(choices=[('in_person', 'Present'), ('proxy', 'Represented in writing'), ('absent', 'Absent')], max_length=10, verbose_name='presence')),
                    ('proxy_name', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='name of the proxy')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='disputes.mediationmeeting')),
                    ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disputes.party', verbose_name='party')),
                ],
                options={
                    'verbose_name': 'attendance',
                    'verbose_name_plural': 'attendances',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='AgreementSignature',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('signed_on', models.DateField(verbose_name='day of signature')),
                    ('manner', models.CharField(choices=[('signature', 'Signature'), ('seal', 'Seal'), ('thumbprint', 'Thumbprint'), ('e_signature', 'Electronic signature')], max_length=12, verbose_name='manner of signing')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='disputes.disputecase')),
                    ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='disputes.party', verbose_name='party')),
                ],
                options={
                    'verbose_name': 'signature',
                    'verbose_name_plural': 'signatures',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='Payment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('wages', 'Wages'), ('compensation', 'Compensation'), ('injury', 'Work-injury benefits'), ('social_insurance', 'Social insurance paid in'), ('other', 'Other')], default='wages', max_length=16, verbose_name='kind')),
                    ('amount', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='amount (yuan)')),
                    ('person_count', models.PositiveIntegerField(default=1, verbose_name='persons')),
                    ('paid_on', models.DateField(verbose_name='paid on')),
                    ('reason', models.TextField(blank=True, verbose_name='reason')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='disputes.disputecase')),
                    ('instalment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='disputes.instalment', verbose_name='instalment')),
                    ('proof', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disputes.disputeattachment', verbose_name='proof')),
                    ('reverses', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reversals', to='disputes.payment', verbose_name='takes back')),
                ],
                options={
                    'verbose_name': 'payment',
                    'verbose_name_plural': 'payments',
                    'ordering': ('paid_on', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='PaymentMention',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('source', models.CharField(choices=[('document', 'Supervision document'), ('order', 'Work order'), ('referral', 'Referral')], max_length=10, verbose_name='source')),
                    ('number', models.CharField(max_length=60, verbose_name='number')),
                    ('payment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mentions', to='disputes.payment')),
                ],
                options={
                    'verbose_name': 'mention of a payment',
                    'verbose_name_plural': 'mentions of payments',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='PaymentShare',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('amount', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='amount (yuan)')),
                    ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shares', to='disputes.claimitem', verbose_name='claim')),
                    ('payment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shares', to='disputes.payment')),
                ],
                options={
                    'verbose_name': 'share of a payment',
                    'verbose_name_plural': 'shares of payments',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='PostAgreementRoute',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.CharField(blank=True, max_length=60, verbose_name='number')),
                    ('scope', models.CharField(max_length=60, verbose_name='scope')),
                    ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='next due day')),
                    ('opened_at', models.DateTimeField(verbose_name='opened')),
                    ('state', models.CharField(choices=[('prepared', 'Being prepared'), ('filed', 'Filed'), ('docketed', 'Docketed'), ('issued', 'Payment order issued'), ('served', 'Payment order served'), ('granted', 'Granted (way)'), ('refused', 'Refused (way)'), ('objected', 'Objected to'), ('lapsed', 'Lapsed'), ('withdrawn', 'Withdrawn (way)')], max_length=24, verbose_name='state')),
                    ('kind', models.CharField(choices=[('judicial_confirmation', 'Judicial confirmation'), ('arbitral_review', 'Arbitral review'), ('payment_order', 'Payment order'), ('enforcement', 'Enforcement'), ('arbitration', 'Arbitration'), ('lawsuit', 'Lawsuit')], max_length=24, verbose_name='legal way')),
                    ('body', models.CharField(max_length=100, verbose_name='court or commission')),
                    ('external_no', models.CharField(blank=True, max_length=60, verbose_name='number given there')),
                    ('filed_on', models.DateField(blank=True, null=True, verbose_name='filed')),
                    ('docketed_on', models.DateField(blank=True, null=True, verbose_name='docketed')),
                    ('issued_on', models.DateField(blank=True, null=True, verbose_name='order issued on')),
                    ('served_on', models.DateField(blank=True, null=True, verbose_name='served')),
                    ('ended_on', models.DateField(blank=True, null=True, verbose_name='ended on')),
                    ('result', models.TextField(blank=True, verbose_name='result')),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='routes', to='disputes.disputecase', verbose_name='dispute case')),
                    ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='handling organisation')),
                ],
                options={
                    'verbose_name': 'way after an agreement',
                    'verbose_name_plural': 'ways after an agreement',
                },
            ),
            migrations.CreateModel(
                name='Proxy',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', casework.secrets.fields.EncryptedTextField(verbose_name='name')),
                    ('id_number', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='identity number')),
                    ('id_index', casework.secrets.fields.BlindIndexField(db_index=True, of='id_number')),
                    ('phone', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='telephone')),
                    ('relation', models.CharField(choices=[('lawyer', 'Lawyer'), ('legal_worker', 'Basic-level legal service worker'), ('relative', 'Near relative'), ('staff', 'Staff of the unit'), ('union', 'Trade union'), ('recommended', 'Recommended citizen')], max_length=12, verbose_name='relation')),
                    ('powers', models.CharField(choices=[('general', 'General powers'), ('special', 'Special powers')], max_length=8, verbose_name='powers')),
                    ('authorised_on', models.DateField(verbose_name='authorised on')),
                    ('ended_on', models.DateField(blank=True, null=True, verbose_name='authorised until')),
                    ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proxies', to='disputes.party', verbose_name='party')),
                ],
                options={
                    'verbose_name': 'proxy',
                    'verbose_name_plural': 'proxies',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='Recusal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('ground', models.CharField(choices=[('relative', 'Near relative of a party or its representative'), ('interest', 'Interested in the outcome'), ('relation', 'Otherwise related so that fairness may suffer')], max_length=10, verbose_name='ground')),
                    ('asked_by', models.CharField(choices=[('mediator', 'The mediator'), ('applicant', 'Applicant'), ('respondent', 'Respondent')], max_length=10, verbose_name='asked by')),
                    ('decided_on', models.DateField(verbose_name='decided on')),
                    ('decision', models.CharField(choices=[('granted', 'The mediator steps back'), ('refused', 'No ground was found, the mediator stays'), ('kept', 'Both parties consent to keep the mediator')], default='granted', max_length=8, verbose_name='decision on the recusal')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recusals', to='disputes.disputecase')),
                    ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='mediator')),
                ],
                options={
                    'verbose_name': 'recusal',
                    'verbose_name_plural': 'recusals',
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='RosterEntry',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('position', models.PositiveIntegerField(verbose_name='no.')),
                    ('name', casework.secrets.fields.EncryptedTextField(verbose_name='name')),
                    ('id_number', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='identity number')),
                    ('id_index', casework.secrets.fields.BlindIndexField(db_index=True, of='id_number')),
                    ('phone', casework.secrets.fields.EncryptedTextField(blank=True, verbose_name='telephone')),
                    ('person', models.PositiveIntegerField(verbose_name='person')),
                    ('claimed', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='claimed (yuan)')),
                    ('agreed', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='agreed (yuan)')),
                    ('paid', models.DecimalField(decimal_places=2, default=0, max_digits=14, verbose_name='paid (yuan)')),
                    ('category', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.category', verbose_name='category')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='roster', to='disputes.disputecase')),
                ],
                options={
                    'verbose_name': 'row of the roster',
                    'verbose_name_plural': 'roster',
                    'ordering': ('position',),
                },
            ),
            migrations.CreateModel(
                name='RouteAttachment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=150, verbose_name='name')),
                    ('at', models.DateTimeField(verbose_name='added')),
                    ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.blob', verbose_name='content')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='disputes.postagreementroute')),
                ],
                options={
                    'ordering': ('pk',),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='RouteDeadline',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('started_on', models.DateField(verbose_name='started')),
                    ('due_on', models.DateField(verbose_name='due')),
                    ('provisional', models.BooleanField(default=False, verbose_name='provisional')),
                    ('met_on', models.DateField(blank=True, null=True, verbose_name='met')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='disputes.postagreementroute')),
                    ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.deadlinerule', verbose_name='rule')),
                ],
                options={
                    'ordering': ('started_on', 'pk'),
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='RouteEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=30, verbose_name='act')),
                    ('at', models.DateTimeField(verbose_name='time')),
                    ('before', models.CharField(blank=True, max_length=24, verbose_name='state before')),
                    ('after', models.CharField(blank=True, max_length=24, verbose_name='state after')),
                    ('note', models.TextField(blank=True, verbose_name='note')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='officer')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='disputes.postagreementroute')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='RouteExtension',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('length', models.PositiveSmallIntegerField(verbose_name='length')),
                    ('granted_on', models.DateField(verbose_name='granted on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='disputes.routedeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='RoutePause',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_on', models.DateField(verbose_name='stopped on')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='resumed on')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pauses', to='disputes.routedeadline')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='SupplementRequest',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('missing', models.TextField(verbose_name='missing papers')),
                    ('asked_on', models.DateField(verbose_name='asked on')),
                    ('supplied_on', models.DateField(blank=True, null=True, verbose_name='supplied on')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='supplement_requests', to='disputes.disputecase')),
                ],
                options={
                    'verbose_name': 'request for papers',
                    'verbose_name_plural': 'requests for papers',
                    'ordering': ('pk',),
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
                    'indexes': [models.Index(django.db.models.functions.text.Left('scope', 6), models.OrderBy(models.F('file'), descending=True), name='casetext_prefecture'), models.Index(django.db.models.functions.text.Left('scope', 9), models.OrderBy(models.F('file'), descending=True), name='casetext_county'), django.contrib.postgres.indexes.GinIndex(models.Func('scope', 'text', function='search_parts', output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)), gin_pending_list_limit=1024, name='casetext_parts')],
                },
            ),
        ]),
        Together([
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
                model_name='disputecase',
                index=models.Index(fields=['scope', 'state', 'due_on', 'id'], name='case_urgency', opclasses=['varchar_pattern_ops', 'varchar_ops', 'date_ops', 'int8_ops']),
            ),
            migrations.AddIndex(
                model_name='disputecase',
                index=models.Index(fields=['scope', 'closed_on'], name='case_concluded', opclasses=['varchar_pattern_ops', 'date_ops']),
            ),
            migrations.AddIndex(
                model_name='disputecase',
                index=models.Index(fields=['mediator', 'state', 'due_on', 'id'], name='case_of_mediator'),
            ),
            migrations.AddIndex(
                model_name='disputecase',
                index=models.Index(fields=['number'], name='case_number'),
            ),
            migrations.AddIndex(
                model_name='disputecase',
                index=models.Index(condition=models.Q(('limitation_expires_on__isnull', False), ('state__in', ['accepted', 'applied', 'assigned', 'awaiting_supplement', 'mediating', 'suspended'])), fields=['scope', 'limitation_expires_on'], name='case_limitation', opclasses=['varchar_pattern_ops', 'date_ops']),
            ),
            migrations.AddIndex(
                model_name='disputecase',
                index=models.Index(condition=models.Q(('destroyed_on', None), ('state', 'archived')), fields=['scope', 'kept_until', 'id'], name='case_retention', opclasses=['varchar_pattern_ops', 'date_ops', 'int8_ops']),
            ),
            migrations.AddConstraint(
                model_name='disputecase',
                constraint=models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('org', 'number'), name='one_case_per_number'),
            ),
            migrations.AddConstraint(
                model_name='disputecase',
                constraint=models.UniqueConstraint(condition=models.Q(('external_no', ''), _negated=True), fields=('org', 'external_no'), name='one_case_per_outside_number'),
            ),
            migrations.AddConstraint(
                model_name='disputecase',
                constraint=models.UniqueConstraint(condition=models.Q(('archive_no', ''), _negated=True), fields=('org', 'archive_no'), name='one_case_per_archive_number'),
            ),
            migrations.AddConstraint(
                model_name='disputecase',
                constraint=models.CheckConstraint(condition=models.Q(('destroyed_on', None), models.Q(('destruction_approved_on__isnull', False), ('state', 'archived')), _connector='OR'), name='destroyed_case_was_approved'),
            ),
            migrations.AddConstraint(
                model_name='disputecase',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['archived', 'closed_out', 'concluded', 'performing']), _negated=True), models.Q(models.Q(('outcome', ''), _negated=True), ('closed_on__isnull', False)), _connector='OR'), name='ended_case_has_outcome_and_day'),
            ),
            migrations.AddConstraint(
                model_name='disputecase',
                constraint=models.CheckConstraint(condition=models.Q(('state__in', ['archived', 'closed_out', 'concluded', 'performing']), models.Q(('closed_on__isnull', True), ('outcome', '')), _connector='OR'), name='open_case_has_no_outcome'),
            ),
            migrations.AddConstraint(
                model_name='disputecase',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['assigned', 'mediating', 'suspended']), _negated=True), models.Q(('accepted_on__isnull', False), ('mediator__isnull', False)), _connector='OR'), name='case_in_mediation_has_mediator'),
            ),
            migrations.AddConstraint(
                model_name='disputecase',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('accepted_on', None), ('accepted_on__gte', models.F('received_on')), _connector='OR'), models.Q(('closed_on', None), ('closed_on__gte', models.F('received_on')), _connector='OR')), name='case_days_follow_each_other'),
            ),
            migrations.AddConstraint(
                model_name='disputecase',
                constraint=models.CheckConstraint(condition=models.Q(('amount_paid', 0), models.Q(('amount_agreed__isnull', False), ('amount_paid__lte', models.F('amount_agreed'))), _connector='OR'), name='case_paid_within_agreed'),
            ),
            migrations.AddConstraint(
                model_name='disputecase',
                constraint=models.CheckConstraint(condition=models.Q(('worker_count__gte', 1)), name='case_has_workers'),
            ),
            migrations.AddConstraint(
                model_name='disputecase',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('application_manner', 'oral'), _negated=True), models.Q(('recorded_at__isnull', False), ('recorded_by__isnull', False)), _connector='OR'), name='oral_application_has_recorder'),
            ),
            migrations.AddIndex(
                model_name='casetask',
                index=models.Index(condition=models.Q(('done_on', None)), fields=['owner', 'due_on'], name='tasks_to_do'),
            ),
            migrations.AddConstraint(
                model_name='caserelation',
                constraint=models.UniqueConstraint(fields=('file', 'other', 'kind'), name='one_relation_of_a_kind'),
            ),
            migrations.AddConstraint(
                model_name='caserelation',
                constraint=models.UniqueConstraint(condition=models.Q(('kind__in', ['child', 'merged'])), fields=('file',), name='one_main_case_at_most'),
            ),
            migrations.AddConstraint(
                model_name='caserelation',
                constraint=models.CheckConstraint(condition=models.Q(('file', models.F('other')), _negated=True), name='no_case_relates_to_itself'),
            ),
            migrations.AddConstraint(
                model_name='caseclearance',
                constraint=models.UniqueConstraint(fields=('file', 'officer'), name='one_clearance_per_officer'),
            ),
            migrations.AddConstraint(
                model_name='bulkitem',
                constraint=models.UniqueConstraint(fields=('run', 'case'), name='one_item_per_case'),
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
                model_name='agreementterm',
                constraint=models.UniqueConstraint(fields=('file', 'position'), name='one_term_per_position'),
            ),
            migrations.AddConstraint(
                model_name='agreementterm',
                constraint=models.CheckConstraint(condition=models.Q(('kind', 'act'), ('amount__gt', 0), _connector='OR'), name='money_term_has_amount'),
            ),
            migrations.AddConstraint(
                model_name='checkeditem',
                constraint=models.UniqueConstraint(fields=('file', 'code'), name='one_check_per_item'),
            ),
            migrations.AddConstraint(
                model_name='claimitem',
                constraint=models.UniqueConstraint(fields=('file', 'position'), name='one_claim_per_position'),
            ),
            migrations.AddConstraint(
                model_name='claimitem',
                constraint=models.CheckConstraint(condition=models.Q(('claimed__gte', 0), models.Q(('agreed', None), ('agreed__gte', 0), _connector='OR')), name='claim_is_not_negative'),
            ),
            migrations.AddConstraint(
                model_name='destructionrecord',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('first_witness', models.F('second_witness')), _negated=True), models.Q(('first_witness', models.F('destroyed_by')), _negated=True), models.Q(('second_witness', models.F('destroyed_by')), _negated=True)), name='two_witnesses_beside_the_archivist'),
            ),
            migrations.AddIndex(
                model_name='disputedeadline',
                index=models.Index(condition=models.Q(('met_on', None)), fields=['due_on'], name='disputedeadline_running'),
            ),
            migrations.AddIndex(
                model_name='instalment',
                index=models.Index(condition=models.Q(('settled_on', None)), fields=['due_on'], name='instalment_open'),
            ),
            migrations.AddConstraint(
                model_name='instalment',
                constraint=models.UniqueConstraint(fields=('file', 'position'), name='one_instalment_per_position'),
            ),
            migrations.AddConstraint(
                model_name='instalment',
                constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='instalment_above_zero'),
            ),
            migrations.AddConstraint(
                model_name='instalment',
                constraint=models.CheckConstraint(condition=models.Q(('paid__gte', 0), ('paid__lte', models.F('amount'))), name='instalment_paid_within_amount'),
            ),
            migrations.AddConstraint(
                model_name='instalment',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('paid__lt', models.F('amount')), ('settled_on', None)), models.Q(('paid', models.F('amount')), ('settled_on__isnull', False)), _connector='OR'), name='instalment_settled_when_paid'),
            ),
            migrations.AddIndex(
                model_name='followup',
                index=models.Index(condition=models.Q(('done_at', None)), fields=['file'], name='follow_up_open'),
            ),
            migrations.AddConstraint(
                model_name='followup',
                constraint=models.UniqueConstraint(fields=('instalment', 'kind', 'due_on'), name='one_follow_up_per_instalment_and_day'),
            ),
            migrations.AddConstraint(
                model_name='mediationagreement',
                constraint=models.CheckConstraint(condition=models.Q(('effective_on__gte', models.F('applicants_signed_on')), ('effective_on__gte', models.F('respondents_signed_on'))), name='agreement_effective_after_signatures'),
            ),
            migrations.AddConstraint(
                model_name='mediationmeeting',
                constraint=models.CheckConstraint(condition=models.Q(('signed_on', None), models.Q(('pages__gte', 1), ('signed_paper__isnull', False)), _connector='OR'), name='signed_minutes_have_pages_and_paper'),
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
            migrations.AddConstraint(
                model_name='missingpaper',
                constraint=models.UniqueConstraint(fields=('file', 'place'), name='one_note_per_missing_paper'),
            ),
            migrations.AddIndex(
                model_name='paperremoval',
                index=models.Index(condition=models.Q(('done_at', None)), fields=['id'], name='paper_removal_open'),
            ),
            migrations.AddIndex(
                model_name='party',
                index=models.Index(condition=models.Q(('employer', None)), fields=['name'], name='party_person', opclasses=['varchar_pattern_ops']),
            ),
            migrations.AddConstraint(
                model_name='party',
                constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='party_has_name'),
            ),
            migrations.AddConstraint(
                model_name='party',
                constraint=models.CheckConstraint(condition=models.Q(('elected_on', None), ('role', 'applicant'), _connector='OR'), name='only_applicants_are_elected'),
            ),
            migrations.AddConstraint(
                model_name='attendance',
                constraint=models.UniqueConstraint(fields=('meeting', 'party'), name='one_attendance_per_party'),
            ),
            migrations.AddConstraint(
                model_name='agreementsignature',
                constraint=models.UniqueConstraint(fields=('file', 'party'), name='one_signature_per_party'),
            ),
            migrations.AddIndex(
                model_name='payment',
                index=models.Index(fields=['paid_on'], name='payment_day'),
            ),
            migrations.AddConstraint(
                model_name='payment',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('amount__gt', 0), ('reverses', None)), models.Q(('amount__lt', 0), ('reverses__isnull', False)), _connector='OR'), name='payment_above_zero_or_taken_back'),
            ),
            migrations.AddConstraint(
                model_name='paymentmention',
                constraint=models.UniqueConstraint(fields=('payment', 'source', 'number'), name='one_mention_per_payment_and_file'),
            ),
            migrations.AddConstraint(
                model_name='paymentshare',
                constraint=models.UniqueConstraint(fields=('payment', 'claim'), name='one_share_per_payment_and_claim'),
            ),
            migrations.AddIndex(
                model_name='postagreementroute',
                index=models.Index(fields=['scope', '-id'], name='route_list', opclasses=['varchar_pattern_ops', 'int8_ops']),
            ),
            migrations.AddConstraint(
                model_name='postagreementroute',
                constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['docketed', 'filed', 'issued', 'prepared', 'served'])), fields=('case',), name='one_open_way_per_case'),
            ),
            migrations.AddConstraint(
                model_name='postagreementroute',
                constraint=models.CheckConstraint(condition=models.Q(('state__in', ['docketed', 'filed', 'issued', 'prepared', 'served']), ('ended_on__isnull', False), _connector='OR'), name='ended_way_has_a_day'),
            ),
            migrations.AddConstraint(
                model_name='proxy',
                constraint=models.CheckConstraint(condition=models.Q(('ended_on', None), ('ended_on__gte', models.F('authorised_on')), _connector='OR'), name='proxy_ends_after_its_beginning'),
            ),
            migrations.AddConstraint(
                model_name='rosterentry',
                constraint=models.UniqueConstraint(fields=('file', 'position'), name='one_roster_row_per_position'),
            ),
            migrations.AddConstraint(
                model_name='rosterentry',
                constraint=models.UniqueConstraint(fields=('file', 'person', 'category'), name='one_roster_row_per_person_and_category'),
            ),
            migrations.AddConstraint(
                model_name='rosterentry',
                constraint=models.CheckConstraint(condition=models.Q(('claimed__gte', 0), models.Q(('agreed', None), ('agreed__gte', 0), _connector='OR'), ('paid__gte', 0), models.Q(('paid', 0), models.Q(('agreed__isnull', False), ('paid__lte', models.F('agreed'))), _connector='OR')), name='roster_sums_are_possible'),
            ),
            migrations.AddIndex(
                model_name='routedeadline',
                index=models.Index(condition=models.Q(('met_on', None)), fields=['due_on'], name='routedeadline_running'),
            ),
        ]),
    ]
