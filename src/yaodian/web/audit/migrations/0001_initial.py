from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ActorCount",
            fields=[
                ("actor", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("rows", models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Head",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.BigIntegerField(default=0)),
                ("digest", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="Root",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(unique=True)),
                ("first", models.BigIntegerField()),
                ("last", models.BigIntegerField()),
                ("root", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="AuditRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("actor", models.CharField(max_length=64)),
                ("actor_number", models.BigIntegerField()),
                ("act", models.CharField(max_length=40)),
                ("subject", models.CharField(max_length=200)),
                ("purpose", models.CharField(blank=True, max_length=40)),
                ("body", models.TextField()),
                ("place", models.BigIntegerField(null=True, unique=True)),
                ("digest", models.CharField(max_length=64, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["subject", "at"], name="audit_subject")],
                "constraints": [models.UniqueConstraint(fields=("actor", "actor_number"), name="audit_actor_number")],
            },
        ),
    ]
