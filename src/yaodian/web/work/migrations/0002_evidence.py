from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("work", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="EvidenceFile",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("media", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
            ],
        ),
    ]
