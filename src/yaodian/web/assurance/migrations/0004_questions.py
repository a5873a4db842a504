import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assurance", "0003_rechecks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("signal", models.CharField(max_length=60)),
                ("purpose", models.CharField(max_length=40)),
                ("person", models.CharField(max_length=32)),
                ("register", models.CharField(max_length=60)),
                ("record", models.CharField(max_length=32)),
                ("school", models.CharField(max_length=40)),
                ("county", models.CharField(blank=True, max_length=40)),
                ("since", models.DateField()),
                ("days", models.PositiveIntegerField(null=True)),
                ("raised_on", models.DateField()),
                ("due", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("ended_as", models.CharField(blank=True, max_length=10)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["school", "ended_on"], name="question_school"),
                    models.Index(fields=["raised_on"], name="question_raised"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)), fields=("person", "purpose"), name="question_one_open"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reply", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="assurance.question"
                    ),
                ),
            ],
        ),
    ]
