from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_tokens"),
    ]

    operations = [
        migrations.AddField(
            model_name="account",
            name="is_simulated",
            field=models.BooleanField(default=False),
        ),
    ]
