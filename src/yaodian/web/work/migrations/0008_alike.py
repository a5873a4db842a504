from __future__ import annotations

from typing import Any

from django.db import migrations, models

FILL = """UPDATE work_item SET alike = phase || '|' || kind || '|' || COALESCE(CAST(due AS TEXT), '') || '|'
|| CASE WHEN phase = 'closed' THEN '' ELSE COALESCE(CAST(opened_on AS TEXT), '') END || '|'
|| COALESCE(CAST(waits_since AS TEXT), '') || '|' || CASE WHEN is_suspended THEN '1' ELSE '' END || '|'
|| CASE WHEN parent_id IS NULL THEN '1' ELSE '' END || '|'
|| CASE WHEN is_case AND phase = 'under_way' THEN COALESCE(CAST(edition AS TEXT), '') ELSE '' END || '|'
|| CASE WHEN is_case AND phase = 'under_way' THEN reached ELSE '' END"""


def fill(apps: Any, schema_editor: Any) -> None:
    """What rows are alike in, from the columns that held it."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(FILL)


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
