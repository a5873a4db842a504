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
            name="PairVerdict",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("pair", models.CharField(db_index=True, max_length=16)),
                ("register_l", models.CharField(max_length=60)),
                ("record_l", models.CharField(max_length=32)),
                ("register_r", models.CharField(max_length=60)),
                ("record_r", models.CharField(max_length=32)),
                ("levels", models.JSONField()),
                ("place", models.CharField(blank=True, max_length=40)),
                ("verdict", models.CharField(max_length=10)),
                ("purpose", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["account", "at"], name="pair_verdict_mine")],
            },
        ),
    ]
