from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def fill(apps, schema_editor):
    """Subjects that are there get the instant of their last entry."""
    entries = apps.get_model("work", "EntryRow").objects.filter(item=OuterRef("pk")).order_by("-number")
    apps.get_model("work", "Item").objects.update(last_at=Subquery(entries.values("at")[:1]))


class Migration(migrations.Migration):
    dependencies = [
        ("work", "0006_lists_in_order"),
    ]

    operations = [
        migrations.AddField(
            model_name="item",
            name="last_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(fields=["plan", "is_case", "last_at"], name="item_last_at"),
        ),
    ]
