from __future__ import annotations

from typing import Any

from django.db import migrations, models

from yaodian.runtime.snapshot import state_of
from yaodian.web.work.alike import Alike

AT_ONCE = 500


def fill(apps: Any, schema_editor: Any) -> None:
    """What subjects that are there have in common with others, from the states that are kept of them."""
    items = apps.get_model("work", "Item").objects
    changed = []
    for item in items.only("pk", "state").iterator(AT_ONCE):
        item.alike = Alike.of(state_of(item.state)).text
        changed.append(item)
        if len(changed) == AT_ONCE:
            items.bulk_update(changed, ["alike"])
            changed.clear()
    items.bulk_update(changed, ["alike"])


class Migration(migrations.Migration):
    dependencies = [
        ("work", "0007_last_at"),
    ]

    operations = [
        migrations.AddField(
            model_name="item", name="alike", field=models.TextField(default=""), preserve_default=False
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RemoveField(model_name="item", name="edition"),
        migrations.RemoveField(model_name="item", name="waits_since"),
        migrations.RemoveField(model_name="item", name="reached"),
    ]
