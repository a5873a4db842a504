import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("plans", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Bulletin",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("plan", models.CharField(max_length=40)),
                ("period", models.CharField(max_length=10)),
                ("number", models.PositiveIntegerField()),
                ("status", models.CharField(max_length=10)),
                ("title", models.CharField(max_length=200)),
                ("document_no", models.CharField(blank=True, max_length=40)),
                ("sent_to", models.CharField(blank=True, max_length=200)),
                ("copied_to", models.CharField(blank=True, max_length=200)),
                ("text", models.TextField()),
                ("numbers", models.JSONField()),
                ("data_on", models.DateField()),
                ("drafted_at", models.DateTimeField()),
                ("signed_at", models.DateTimeField(null=True)),
                ("issued_at", models.DateTimeField(null=True)),
                ("root", models.CharField(blank=True, max_length=64)),
                ("root_on", models.DateField(null=True)),
                ("seal", models.CharField(blank=True, max_length=64)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bulletins_drafted",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("edition", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="plans.planedition")),
                (
                    "issued_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bulletins_issued",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bulletins_signed",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "period", "number"), name="bulletin_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signed_by", None),
                            models.Q(("signed_by", models.F("drafted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="bulletin_second_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "issued"), _negated=True),
                            models.Q(
                                ("issued_at__isnull", False),
                                ("signed_by__isnull", False),
                                models.Q(("root", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="bulletin_issued_signed",
                    ),
                ],
            },
        ),
    ]
