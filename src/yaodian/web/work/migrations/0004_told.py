from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0001_initial"),
        ("work", "0003_measured_and_recorded"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="promiselight",
            name="promise_light_once",
        ),
        migrations.AddField(
            model_name="promiselight",
            name="told",
            field=models.JSONField(default=dict),
        ),
        migrations.AddConstraint(
            model_name="promiselight",
            constraint=models.UniqueConstraint(fields=("item", "promise", "on", "release"), name="promise_light_once"),
        ),
    ]
