import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
import organizations.models.users
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='LoginAttempt',
            fields=[
                ('key', models.CharField(max_length=120, primary_key=True, serialize=False, verbose_name='name or address')),
                ('count', models.PositiveIntegerField(default=0, verbose_name='attempts')),
                ('window_ends_at', models.DateTimeField(verbose_name='counted until')),
            ],
            options={
                'verbose_name': 'login attempt',
                'verbose_name_plural': 'login attempts',
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('display_name', models.CharField(blank=True, max_length=60, verbose_name='name')),
                ('session_epoch', models.PositiveIntegerField(default=0, verbose_name='log-outs everywhere')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
            },
            managers=[
                ('objects', organizations.models.users.PeopleManager()),
            ],
        ),
        migrations.CreateModel(
            name='AccessToken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='hash')),
                ('expires_at', models.DateTimeField(verbose_name='expires')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tokens', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'access token',
                'verbose_name_plural': 'access tokens',
            },
        ),
        migrations.CreateModel(
            name='Region',
            fields=[
                ('code', models.CharField(max_length=9, primary_key=True, serialize=False, verbose_name='division code')),
                ('name', models.CharField(max_length=60, verbose_name='name')),
                ('level', models.CharField(choices=[('province', 'Province'), ('prefecture', 'Prefecture'), ('county', 'County'), ('township', 'Township')], max_length=10, verbose_name='level')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='in force from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='abolished on')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='organizations.region', verbose_name='part of')),
            ],
            options={
                'verbose_name': 'division',
                'verbose_name_plural': 'divisions',
                'ordering': ('code',),
            },
        ),
        migrations.CreateModel(
            name='Authority',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('kind', models.CharField(choices=[('court', "People's court"), ('procuratorate', "People's procuratorate"), ('hr', 'Human resources and social security office'), ('justice', 'Justice bureau'), ('other', 'Other authority'), ('union', 'Legal-aid centre of the union')], max_length=15, verbose_name='kind')),
                ('contact', models.CharField(blank=True, max_length=60, verbose_name='contact')),
                ('phone', models.CharField(blank=True, max_length=30, verbose_name='telephone')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='address')),
                ('hours', models.CharField(blank=True, max_length=200, verbose_name='opening hours')),
                ('services', models.CharField(blank=True, max_length=300, verbose_name='what one may come for, and what to bring')),
                ('active', models.BooleanField(default=True, verbose_name='in service')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='authorities', to='organizations.region', verbose_name='division')),
            ],
            options={
                'verbose_name': 'authority',
                'verbose_name_plural': 'authorities',
                'ordering': ('region', 'kind'),
            },
        ),
        migrations.CreateModel(
            name='UnionOrg',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('short_mark', models.CharField(max_length=20, verbose_name='mark used in document numbers')),
                ('level', models.CharField(choices=[('national', 'National'), ('province', 'Province'), ('prefecture', 'Prefecture'), ('county', 'County'), ('township', 'Township'), ('grassroots', 'Grassroots')], max_length=10, verbose_name='level')),
                ('kind', models.CharField(choices=[('federation', 'Federation of trade unions'), ('township_federation', 'Township federation'), ('park_federation', 'Park federation'), ('industry_federation', 'Industry federation'), ('grassroots', 'Grassroots union')], default='federation', max_length=20, verbose_name='kind')),
                ('path', models.CharField(max_length=60, unique=True, verbose_name='path')),
                ('phone', models.CharField(blank=True, max_length=30, verbose_name='telephone')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='address')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='organizations.unionorg', verbose_name='superior')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='unions', to='organizations.region', verbose_name='division')),
            ],
            options={
                'verbose_name': 'union organisation',
                'verbose_name_plural': 'union organisations',
                'ordering': ('path',),
            },
        ),
        migrations.CreateModel(
            name='Officer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('duty', models.CharField(choices=[('hotline_operator', 'Hotline operator'), ('duty_leader', 'Duty leader'), ('case_officer', 'Case officer'), ('mediator', 'Mediator'), ('supervisor', 'Labour-law supervisor'), ('committee_director', 'Committee director'), ('signatory', 'Signatory'), ('liaison', 'Liaison officer'), ('quality_inspector', 'Quality inspector'), ('statistician', 'Statistician'), ('archivist', 'Archivist'), ('auditor', 'Auditor'), ('system_admin', 'System administrator'), ('authority_officer', 'Officer of an authority'), ('system', 'System')], max_length=20, verbose_name='duty')),
                ('valid_from', models.DateField(default=django.utils.timezone.localdate, verbose_name='in force from')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='in force until')),
                ('suspended', models.BooleanField(default=False, verbose_name='suspended')),
                ('case_limit', models.PositiveSmallIntegerField(default=40, verbose_name='most open cases at a time')),
                ('authority', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='officers', to='organizations.authority', verbose_name='authority')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='officers', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('org', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='officers', to='organizations.unionorg', verbose_name='organisation')),
            ],
            options={
                'verbose_name': 'duty held',
                'verbose_name_plural': 'duties held',
            },
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('supervisor', 'Labour-law supervisor'), ('mediator', 'Mediator')], max_length=12, verbose_name='kind')),
                ('number', models.CharField(max_length=40, verbose_name='number')),
                ('issued_by', models.CharField(max_length=100, verbose_name='issued by')),
                ('issued_on', models.DateField(verbose_name='issued on')),
                ('valid_until', models.DateField(verbose_name='valid until')),
                ('status', models.CharField(choices=[('active', 'Active'), ('suspended', 'Suspended'), ('expired', 'Expired'), ('revoked', 'Revoked')], default='active', max_length=10, verbose_name='status')),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='organizations.officer', verbose_name='holder')),
            ],
            options={
                'verbose_name': 'certificate',
                'verbose_name_plural': 'certificates',
                'constraints': [models.UniqueConstraint(fields=('kind', 'issued_by', 'number'), name='one_certificate_per_number')],
            },
        ),
        migrations.AddConstraint(
            model_name='authority',
            constraint=models.UniqueConstraint(fields=('kind', 'region', 'name'), name='one_authority_per_name'),
        ),
        migrations.AddIndex(
            model_name='unionorg',
            index=models.Index(fields=['path'], name='union_subtree', opclasses=['varchar_pattern_ops']),
        ),
        migrations.AddConstraint(
            model_name='officer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('authority', None), ('duty', 'system'), ('org', None), ('user', None)), models.Q(('authority__isnull', False), ('duty', 'authority_officer'), ('org', None), ('user__isnull', False)), models.Q(models.Q(('duty__in', ['system', 'authority_officer']), _negated=True), ('authority', None), ('org__isnull', False), ('user__isnull', False)), _connector='OR'), name='officer_serves_one_body'),
        ),
        migrations.AddConstraint(
            model_name='officer',
            constraint=models.UniqueConstraint(fields=('user', 'org', 'duty'), name='one_duty_per_person_and_union'),
        ),
        migrations.AddConstraint(
            model_name='officer',
            constraint=models.UniqueConstraint(fields=('user', 'authority'), name='one_duty_per_person_and_authority'),
        ),
        migrations.AddConstraint(
            model_name='officer',
            constraint=models.UniqueConstraint(condition=models.Q(('duty', 'system')), fields=('duty',), name='one_system_officer'),
        ),
    ]
