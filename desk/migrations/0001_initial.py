import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [("desk", "0001_employers_at_risk")]
    dependencies = [
        ('casework', '0001_initial'),
        ('organizations', '0001_initial'),
        ('supervision', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='EmployerRisk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scope', models.CharField(max_length=60, verbose_name='scope')),
                ('score', models.PositiveIntegerField(default=0, verbose_name='points')),
                ('counts', models.JSONField(default=dict, verbose_name='counts')),
                ('counted_on', models.DateField(verbose_name='counted on')),
                ('raised_on', models.DateField(blank=True, null=True, verbose_name='at risk since')),
                ('quiet_until', models.DateField(blank=True, null=True, verbose_name='put aside until')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('at', models.DateTimeField(blank=True, null=True, verbose_name='decided')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.officer', verbose_name='decided by')),
                ('employer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='risks', to='casework.employer', verbose_name='employer')),
                ('matter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='supervision.supervisionmatter', verbose_name='supervision matter')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unionorg', verbose_name='union')),
            ],
            options={
                'verbose_name': 'employer at risk',
                'verbose_name_plural': 'employers at risk',
                'indexes': [models.Index(condition=models.Q(('raised_on', None), _negated=True), fields=['scope', '-score'], name='risk_alerts', opclasses=['varchar_pattern_ops', 'int4_ops'])],
                'constraints': [models.UniqueConstraint(fields=('employer', 'org'), name='one_risk_per_employer_and_union')],
            },
        ),
    ]
