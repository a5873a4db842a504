import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("audit", "0001_initial"),
        ("plans", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Item",
            fields=[
                ("subject", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("address", models.CharField(blank=True, max_length=40)),
                ("is_case", models.BooleanField(default=False)),
                ("kind", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=200)),
                ("owner", models.CharField(blank=True, max_length=40)),
                ("due", models.DateField(null=True)),
                ("phase", models.CharField(max_length=12)),
                ("person", models.CharField(blank=True, max_length=64)),
                ("purpose", models.CharField(blank=True, max_length=40)),
                ("state", models.JSONField()),
                ("version", models.PositiveIntegerField()),
                (
                    "parent",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="below", to="work.item"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="plans.planedition"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EntryRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("act", models.CharField(max_length=16)),
                ("at", models.DateTimeField()),
                ("unit", models.CharField(max_length=40)),
                ("seat", models.CharField(max_length=10)),
                ("account", models.CharField(blank=True, max_length=64)),
                ("data", models.JSONField()),
                ("schema", models.PositiveSmallIntegerField()),
                (
                    "audit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entry", to="audit.auditrow"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="work.item"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Concern",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("unit", models.CharField(max_length=40)),
                ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="work.item")),
            ],
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("account", models.CharField(max_length=64)),
                ("key", models.CharField(max_length=80)),
                ("asked", models.CharField(max_length=64)),
                ("subject", models.CharField(max_length=64)),
                ("version", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("account", "key"), name="receipt_key")],
            },
        ),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(fields=["owner", "phase", "due"], name="item_owner"),
        ),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(fields=["plan", "address"], name="item_address"),
        ),
        migrations.AddConstraint(
            model_name="entryrow",
            constraint=models.UniqueConstraint(fields=("item", "number"), name="entry_number"),
        ),
        migrations.AddConstraint(
            model_name="concern",
            constraint=models.UniqueConstraint(fields=("unit", "item"), name="concern_once"),
        ),
    ]
