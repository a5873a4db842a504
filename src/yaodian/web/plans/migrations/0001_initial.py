import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanEdition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("plan", models.CharField(max_length=40)),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("year", models.PositiveIntegerField()),
                ("plan_file", models.TextField()),
                ("text_sha256", models.CharField(max_length=64)),
                ("catalogue_edition", models.CharField(max_length=64)),
                ("bureau_edition", models.CharField(max_length=64)),
                ("published_at", models.DateTimeField()),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("plan", "number"), name="plan_number")],
            },
        ),
    ]
