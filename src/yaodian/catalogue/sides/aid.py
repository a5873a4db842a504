"""资助: who is poor, and which payments are of a programme: rows that the programmes of student aid share."""

from yaodian.declare.programme import Side

ON_THE_ROLL = "status_code IN ('enrolled', 'on_leave')"
"""在籍: on leave too, for who has a right to a term's aid does not lose it by falling ill in it."""

REGISTERED_POOR = Side("poor_household_members", "state_code IN ('poor', 'left', 'returned')")
"""建档立卡: who has left poverty keeps what the policy gives; who was removed from the list or is only at risk has none."""

FOUR_GROUPS = (
    REGISTERED_POOR,
    Side("priority_group_members", "group_code IN ('minimum_income', 'extreme_poor', 'disabled_poor')"),
)
"""四类学生: 建档立卡, 农村低保, 农村特困救助供养, 非建档立卡的家庭经济困难残疾学生."""

POOR = (REGISTERED_POOR, Side("priority_group_members", "TRUE"))
"""家庭经济困难: the four groups and whoever else stands on a list that gives a right to aid: orphans, children of martyrs, …"""


def paid_for(programme: str) -> tuple[Side]:
    """Payments of one programme in the term of the day, whenever they were made."""
    return (Side("aid_payments", f"programme_code = '{programme}'", period="term"),)
