import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assurance", "0002_results_and_cases"),
        ("work", "0008_alike"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Recheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.CharField(max_length=7)),
                ("seed", models.CharField(max_length=80)),
                ("share", models.FloatField()),
                ("frame", models.PositiveIntegerField()),
                ("outcome", models.CharField(blank=True, max_length=10)),
                ("reason", models.CharField(blank=True, max_length=200)),
                ("unit", models.CharField(blank=True, max_length=40)),
                ("at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rechecks", to="work.item"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("item", "month"), name="recheck_once")],
            },
        ),
    ]
