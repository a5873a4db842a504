from __future__ import annotations

from itertools import islice
from typing import Any

from django.db import migrations, models

AT_ONCE = 500
FILL = """UPDATE work_item SET edition = %s, opened_on = %s, waits_since = %s, is_suspended = %s, reached = %s
WHERE subject = %s"""


def fill(apps: Any, schema_editor: Any) -> None:
    """The new columns from the states that the rows hold."""
    states = apps.get_model("work", "Item").objects.order_by("pk").values_list("pk", "phase", "state")
    kept = iter(list(states.values_list("pk", flat=True)))
    while some := list(islice(kept, AT_ONCE)):
        rows = [_told(*row) for row in states.filter(pk__in=some)]
        with schema_editor.connection.cursor() as cursor:
            cursor.executemany(FILL, rows)


def _told(subject: str, phase: str, state: dict[str, Any]) -> tuple[Any, ...]:
    waits = (state["last_at"] or state["opened_on"]) if phase == "assigned" else None
    reached = " ".join(one["step"] for one in state["reached"])
    return state["edition"], state["opened_on"], waits and waits[:10], state["is_suspended"], reached, subject


class Migration(migrations.Migration):
    dependencies = [
        ("work", "0004_told"),
    ]

    operations = [
        migrations.AddField(model_name="item", name="edition", field=models.DateField(null=True)),
        migrations.AddField(model_name="item", name="opened_on", field=models.DateField(null=True)),
        migrations.AddField(model_name="item", name="waits_since", field=models.DateField(null=True)),
        migrations.AddField(model_name="item", name="is_suspended", field=models.BooleanField(default=False)),
        migrations.AddField(
            model_name="item", name="reached", field=models.TextField(blank=True, default=""), preserve_default=False
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
