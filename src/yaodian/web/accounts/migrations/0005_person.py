from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_session_and_link"),
    ]

    operations = [
        migrations.AddField(
            model_name="account",
            name="person",
            field=models.CharField(max_length=32, null=True, unique=True),
        ),
    ]
