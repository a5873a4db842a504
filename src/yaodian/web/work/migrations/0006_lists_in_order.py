from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("work", "0005_columns_of_lists"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="entryrow",
            index=models.Index(fields=["act", "at"], name="entry_act"),
        ),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(condition=models.Q(("is_case", False)), fields=["phase", "due"], name="item_no_case"),
        ),
    ]
