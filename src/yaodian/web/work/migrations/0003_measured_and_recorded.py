import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0001_initial"),
        ("work", "0002_evidence"),
    ]

    operations = [
        migrations.CreateModel(
            name="RecordedStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("register", models.CharField(max_length=40)),
                ("release", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="recorded", to="work.entryrow"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PromiseLight",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("promise", models.CharField(max_length=64)),
                ("on", models.DateField()),
                ("release", models.CharField(max_length=64)),
                ("indicator", models.CharField(blank=True, max_length=80)),
                ("colour", models.CharField(max_length=10)),
                ("zh", models.TextField()),
                ("en", models.TextField()),
                ("value", models.FloatField(null=True)),
                ("source", models.CharField(blank=True, max_length=10)),
                ("as_of", models.DateField(null=True)),
                ("edition", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="plans.planedition")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="promise_lights", to="work.item"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["item", "promise", "on"], name="promise_light_newest")],
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "promise", "on", "release"), name="promise_light_once")
                ],
            },
        ),
    ]
