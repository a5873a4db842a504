"""What is known of the city's counties (truth/county_totals) and the question that measures it; where the two differ, why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yaodian.workspace.city.meals import MONTHS


@dataclass(frozen=True)
class Known:
    """A total of truth and where it is measured: `part` of the cells (`rest`: denominator less numerator), one slice."""

    subject: str
    when: str
    indicator: str
    period: str
    part: str = "numerator"
    by: tuple[str, str] | None = None
    level: str = "county"


STAGES = ("preschool", "primary", "junior", "senior", "vocational", "special")
KINDS = ("weak_school", "central_city", "kindergarten", "relocation_school", "boarding", "informatisation")
FUNDS = ("ZY-BG", "XQ", "YZ")


def _of_stages() -> Iterator[Known]:
    for stage in (*STAGES, "higher"):
        by = ("stage_code", stage)
        yield Known(f"teachers_{stage}", "2019S", "full_time_teacher_count", "2019-12-31", by=by)
        yield Known(f"certified_teachers_{stage}", "2019S", "teacher_certificate_ratio", "2019-12-31", by=by)
    for stage in STAGES:
        for year, on in (("2018S", "2018-12-31"), ("2019S", "2019-12-31")):
            if (stage, year) not in ROUNDED:
                yield Known(f"pupils_{stage}", year, "pupil_count", on, by=("stage_code", stage))
            yield Known(f"classes_{stage}", year, "class_count", on, by=("stage_code", stage))
            yield Known(f"large_classes_{stage}", year, "large_class_count", on, by=("stage_code", stage))


def _of_months() -> Iterator[Known]:
    for month in MONTHS:
        for unit, indicator in (("yuan", "meal_local_ratio"), ("kg", "meal_local_weight_ratio")):
            yield Known(f"meal_{unit}", month, indicator, month, "denominator")
            yield Known(f"meal_local_{unit}", month, indicator, month)
        yield Known("meals_served", month, "meal_coverage_ratio", month)


def _of_projects() -> Iterator[Known]:
    for kind in KINDS:
        for what, indicator in (("planned", "planned_project_count"), ("begun", "begun_project_count"),
                                ("completed", "completed_project_count")):  # fmt: skip
            yield Known(f"projects_{what}_{kind}", "2020", indicator, "2020-12-31", by=("projects.kind_code", kind))
    for year in ("2019", "2020"):
        for fund in FUNDS:
            by = ("fund_code", f"{fund}-{year}")
            yield Known(f"earmarked_paid_yuan_{fund}-{year}", year, "earmarked_paid_yuan", f"{year}F", by=by)


def _of_years() -> Iterator[Known]:
    for year in ("2019", "2020"):
        yield Known("affordable_kindergartens", f"{year}-09-01", "affordable_kindergarten_count", f"{year}-09-01")
        yield Known("inspections", year, "inspection_visit_count", year)
        yield Known("forms_asked", year, "school_request_count", year)
        yield Known("private_schools", f"{year}-12-31", "private_school_count", f"{year}-12-31")
        yield Known("private_schools_undecided", f"{year}-12-31", "private_registration_ratio", f"{year}-12-31", "rest")
        yield Known(
            "tutoring_firms_not_lawful", f"{year}-12-31", "tutoring_firm_repaired_ratio", f"{year}-12-31", "rest"
        )
        yield Known("public_funds_yuan", f"{year}F", "training_money_ratio", f"{year}F", "denominator")
        yield Known("training_spent_yuan", f"{year}F", "training_money_ratio", f"{year}F")
        yield Known("entrance_score_sum", year, "entrance_score_per_pupil", year)
        yield Known("college_candidates", year, "college_first_line_ratio", year, "denominator")
        yield Known("college_first_line", year, "college_first_line_ratio", year)
        yield Known("college_second_line_or_higher", year, "college_degree_line_ratio", year)
        yield Known("places_offered", year, "school_place_count", f"{year}-12-31")
    for year in ("2018S", "2019S"):
        yield Known("fitness_good_or_excellent", year, "fitness_good_ratio", year)
        yield Known("fitness_fail", year, "fitness_pass_ratio", year, "rest")
        yield Known("vision_screened", f"{year}2", "vision_screened_count", f"{year}2")
        yield Known("shortsighted", f"{year}2", "myopia_ratio", f"{year}2")


ROUNDED = {("preschool", "2018S"), ("preschool", "2019S"), ("junior", "2018S")}
EQUAL = (
    *_of_stages(), *_of_months(), *_of_projects(), *_of_years(),
    Known("left_behind", "2019S2", "left_behind_child_count", "2020-06-30"),
    Known("relocated_pupils", "2020-09-30", "relocation_arrival_count", "2020-09-30"),
    Known("relocated_pupils_placed", "2020-09-30", "relocated_placed_ratio", "2020-09-30"),
    Known("medical_team_children", "2020", "medical_team_placed_ratio", "2020-12-31", "denominator"),
    Known("medical_team_children_placed", "2020", "medical_team_placed_ratio", "2020-12-31"),
    Known("hazards_found", "2020", "hazard_closed_ratio", "2020", "denominator"),
    Known("party_organisations", "2020-12-31", "party_standard_ratio", "2020-12-31", "denominator"),
    Known("estates_to_repair", "2020-12-31", "estate_kindergarten_repaired_ratio", "2020-12-31", "denominator"),
    Known("estates_repaired", "2020-12-31", "estate_kindergarten_repaired_ratio", "2020-12-31"),
    Known("aid_paid", "2019S1", "aid_payment_count", "2019S1"),
    # truth stands where a teacher came from, the indicator where the teacher serves: of all counties the same
    *(Known("rotated", year, "rotation_count", year, level="city") for year in ("2019S", "2020S")),
    *(Known("rotated_backbone", year, "rotation_backbone_ratio", year, level="city") for year in ("2019S", "2020S")),
)  # fmt: skip

POOR = ("group_code", "registered_poor")
UNNOTED = "the ledger lacks who was never noted; only linkage of the residents with the roll finds them"
UNRECOGNISED = "children with a right whom nobody recognised stand in no list of entitlements"
UP = "one school rounded a number of its yearly statistics up to tens; the roll has the pupils"
HEADS = "truth counts heads and their deputies too, by days; the indicator full-time teachers, by months"
DIFFERENT = (
    (Known("dropped_out", "2019S2", "new_dropout_count", "2019S"), 7, 4, UNNOTED),
    (Known("never_enrolled", "2019S", "never_enrolled_count", "2020-06-30"), 15, 8, UNNOTED),
    (Known("aid_entitled", "2019S1", "aid_entitlement_count", "2019S1"), 2644, 2630, UNRECOGNISED),
    (Known("aid_entitled", "2019S2", "aid_entitlement_count", "2019S2"), 2644, 2630, UNRECOGNISED),
    (Known("aid_entitled_registered_poor", "2019S1", "aid_entitlement_count", "2019S1", by=POOR), 1456, 1448, UNRECOGNISED),
    (Known("aid_entitled_registered_poor", "2019S2", "aid_entitlement_count", "2019S2", by=POOR), 1456, 1448, UNRECOGNISED),
    (Known("aid_paid", "2019S2", "aid_payment_count", "2019S2"), 2605, 2622, "seventeen were paid without a right"),
    (Known("pupils_preschool", "2018S", "pupil_count", "2018-12-31", by=("stage_code", "preschool")), 2610, 2614, UP),
    (Known("pupils_preschool", "2019S", "pupil_count", "2019-12-31", by=("stage_code", "preschool")), 2672, 2686, UP),
    (Known("pupils_junior", "2018S", "pupil_count", "2018-12-31", by=("stage_code", "junior")), 2740, 2744, UP),
    (Known("rotation_eligible", "2019S", "rotation_eligible_teacher_count", "2019S"), 275, 248, HEADS),
    (Known("rotation_eligible", "2020S", "rotation_eligible_teacher_count", "2020S"), 288, 262, HEADS),
)  # fmt: skip

UNMEASURED = {
    "residents_3_to_17": "indicators count the ages of a stage, never 3 to 17 in one",
    "grade_nine": "retention is stated by the statistics (external values)",
    "entered_grade_one": "as grade_nine",
    "teachers_with_360_lessons": "five years of one teacher: no indicator follows a person",
    "training_lessons_passed": "five years in one; a year's lessons are measured",
    "live_sanctions": "sanctions are counted when they are decided",
    "inspectors_in_term": "no indicator of inspectors yet",
    "left_behind_visited": "visits are counted, not the children visited",
    "taught_at_home": "no indicator of teaching at home yet",
    "permits": "no indicator of residence permits yet",
    "hazards_closed_in_time": "closing is measured, closing before the day due is not",
    "tutoring_firms": "only those with something to repair are measured",
    "small_schools_short_of_funds": "held in test_no_small_school_is_short_of_funds",
    "entrance_candidates": "results are counted by subject",
    "quota_places": "no school of a model class has quota places in so small a city",
    "admitted_primary": "no indicator of admissions yet",
    "fitness_tested": "the exempt are left out of the ratios",
    "aid_paid_registered_poor": "payments do not tell the group",
    "meal_of_unknown_origin_yuan": "counts as bought elsewhere", "meal_of_unknown_origin_kg": "counts as bought elsewhere",
}  # fmt: skip
"""Subjects of truth that no indicator counts, with the reason."""
