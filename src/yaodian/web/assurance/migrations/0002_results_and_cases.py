import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assurance", "0001_initial"),
        ("work", "0008_alike"),
    ]

    operations = [
        migrations.CreateModel(
            name="ProgrammeResult",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("programme", models.CharField(max_length=60)),
                ("on", models.DateField()),
                ("release", models.CharField(max_length=64)),
                ("model", models.CharField(blank=True, max_length=40)),
                ("tally", models.JSONField()),
                ("counties", models.JSONField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("programme", "on", "release"), name="programme_result_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="LeftOut",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("programme", models.CharField(max_length=60)),
                ("person", models.CharField(max_length=32)),
                ("county", models.CharField(blank=True, max_length=40)),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="left_out", to="work.item"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("programme", "person"), name="left_out_once")],
            },
        ),
    ]
