"""What indicators come to by their words: plain SQL over the raw rows of the registers, written by hand and by nothing shared.

Each recount gives rows with `county` and `school` and the figures that `value` adds up for a place; $since and $on are the
first and the last day of the period. `school_on`, `pupils_on` and `holds` are defined in MACROS.
"""

from __future__ import annotations

from dataclasses import dataclass

MACROS = (
    "CREATE MACRO holds(since, until, day) AS since <= day AND (until IS NULL OR until > day)",
    """CREATE MACRO school_on(day) AS TABLE SELECT * FROM schools AS s WHERE s.valid_from =
        (SELECT max(o.valid_from) FROM schools AS o WHERE o.school_code = s.school_code AND o.valid_from <= day)""",
    """CREATE MACRO pupils_on(day) AS TABLE SELECT county_code AS county, school_code AS school, * FROM pupil_statistics AS p
        WHERE p.counted_on = (SELECT max(o.counted_on) FROM pupil_statistics AS o
            WHERE o.school_code = p.school_code AND o.counted_on <= day) AND p.counted_on > day - 400""",
    """CREATE MACRO balance_on(day) AS TABLE SELECT * FROM school_on(day)
        WHERE type_code NOT IN ('32', '36', '37', '51') AND NOT (is_teaching_point AND school_code IN (
            SELECT school FROM pupils_on(day) WHERE stage_code IN ('primary', 'junior') GROUP BY ALL HAVING sum(pupil_count) < 50
        ))""",
    """CREATE MACRO staff_on(day) AS TABLE SELECT s.county_code AS county, t.school_code AS school, t.*
        FROM teachers AS t LEFT JOIN school_on(day) AS s USING (school_code) WHERE holds(t.valid_from, t.valid_to, day)""",
    """CREATE MACRO classes_on(day) AS TABLE SELECT s.county_code AS county, c.school_code AS school, c.*
        FROM classes AS c LEFT JOIN school_on(day) AS s USING (school_code) WHERE holds(c.valid_from, c.valid_to, day)""",
    """CREATE MACRO areas_on(day) AS TABLE SELECT county, school, stage_code, sum(part)::DOUBLE AS part, sum(size)::DOUBLE AS size FROM (
            SELECT s.county_code AS county, p.school_code AS school, p.stage_code,
                p.teaching_m2 - coalesce(p.indoor_sports_m2, 0) AS part, NULL AS size
            FROM premises AS p JOIN balance_on(day) AS s USING (school_code) WHERE p.stage_code IN ('primary', 'junior')
                AND p.counted_on = (SELECT max(counted_on) FROM premises WHERE counted_on <= day)
            UNION ALL SELECT p.county, p.school, p.stage_code, NULL, p.pupil_count
            FROM pupils_on(day) AS p JOIN balance_on(day) AS s USING (school_code)
            WHERE p.stage_code IN ('primary', 'junior')
        ) GROUP BY ALL HAVING sum(part) IS NOT NULL AND sum(size) > 0""",
    """CREATE MACRO projects_on(day) AS TABLE SELECT county_code AS county, NULL AS school, * FROM projects
        WHERE holds(valid_from, valid_to, day)""",
    """CREATE MACRO fiscal(year_end) AS TABLE SELECT place_code AS county, NULL AS school, * FROM fiscal_accounts
        WHERE year = year(year_end) || 'F'""",
)

YEAR_ENDS, SCHOOL_YEAR_ENDS = ("2019-12-31", "2020-12-31"), ("2019-06-30", "2019-12-31")
COUNT_YEARS = ("2018-12-31", "2019-12-31")
TERMS, MONTHS, YEARS = ("2019S1", "2019S2"), ("2019-11", "2020-05"), ("2019", "2020")
SCHOOL_YEARS, FISCAL_YEARS = ("2018S", "2019S"), ("2019F", "2020F")
DAYS = {
    "2019S1": ("2019-09-01", "2020-01-31"), "2019S2": ("2020-02-01", "2020-08-31"), "2018S2": ("2019-02-01", "2019-08-31"),
    "2018S": ("2018-09-01", "2019-08-31"), "2019S": ("2019-09-01", "2020-08-31"), "2020S": ("2020-09-01", "2021-08-31"),
    "2019-11": ("2019-11-01", "2019-11-30"), "2020-05": ("2020-05-01", "2020-05-31"),
    "2019": ("2019-01-01", "2019-12-31"), "2020": ("2020-01-01", "2020-12-31"),
    "2019F": ("2019-01-01", "2019-12-31"), "2020F": ("2020-01-01", "2020-12-31"),
}  # fmt: skip
"""The first and the last day of periods; a day is its own."""


@dataclass(frozen=True)
class Recount:
    """One indicator by hand: for which periods and levels, over which rows, and what they come to; `by` a slice."""

    indicator: str
    periods: tuple[str, str]
    rows: str
    value: str
    levels: tuple[str, ...] = ("city", "county", "school")
    by: str = ""


PLACES = ("city", "county")
OF_SCHOOL = "LEFT JOIN school_on($on) AS s USING (school_code)"
HERE = "s.county_code AS county, school_code AS school"
OWN = "county_code AS county, NULL AS school"
QUOTIENT = "sum(n) / nullif(sum(d), 0)"
VARIATION = "sqrt(sum(size * (part / size - whole) ** 2) / sum(size)) / any_value(whole)"

RECOUNTS = (
    # states, counted on a day
    Recount("class_count", SCHOOL_YEAR_ENDS, "SELECT * FROM classes_on($on)", "count(*)"),
    Recount("large_class_count", SCHOOL_YEAR_ENDS, "SELECT * FROM classes_on($on)", "count_if(pupil_count >= 56)"),
    Recount("large_class_ratio", SCHOOL_YEAR_ENDS, "SELECT * FROM classes_on($on)", "avg((pupil_count >= 56)::INT)"),
    Recount("class_over_standard_ratio", SCHOOL_YEAR_ENDS, "SELECT * FROM classes_on($on)",
            "(count_if(stage_code = 'primary' AND pupil_count > 45)"
            " + count_if(stage_code IN ('junior', 'senior') AND pupil_count > 50)) / count(*)"),
    Recount("pupils_per_class_ratio", SCHOOL_YEAR_ENDS, "SELECT * FROM classes_on($on)", "sum(pupil_count) / count(*)"),
    Recount("pupils_per_class_ratio", SCHOOL_YEAR_ENDS, "SELECT * FROM classes_on($on)", "sum(pupil_count) / count(*)",
            by="stage_code"),
    Recount("full_time_teacher_count", YEAR_ENDS, "SELECT * FROM staff_on($on)", "count_if(duty_code = 'teacher')"),
    Recount("teacher_certificate_ratio", YEAR_ENDS, "SELECT * FROM staff_on($on) WHERE duty_code = 'teacher'",
            "1 - count_if(certificate_code = 'none') / count(*)"),
    Recount("teacher_qualified_ratio", YEAR_ENDS,
            "SELECT * FROM staff_on($on) WHERE duty_code = 'teacher' AND stage_code IN ('primary', 'junior')",
            "count_if(degree_code IN ('11', '14', '21') OR (degree_code = '31' AND stage_code = 'primary')) / count(*)"),
    Recount("older_teacher_ratio", YEAR_ENDS, "SELECT * FROM staff_on($on) WHERE duty_code = 'teacher'",
            "count_if(birth_on < make_date(year($on) - 50, 9, 1)) / count(*)"),
    Recount("migrant_public_place_ratio", SCHOOL_YEAR_ENDS,
            f"SELECT {HERE}, ownership_code IN ('private', 'joint') AS is_private, is_bought_place FROM enrolments AS e"
            f" {OF_SCHOOL} WHERE holds(e.valid_from, e.valid_to, $on) AND status_code = 'enrolled'"
            " AND stage_code IN ('primary', 'junior') AND entry_kind_code = 'migrant'",
            "count_if(NOT is_private OR coalesce(is_bought_place, FALSE)) / count(*)"),
    Recount("junior_retention_ratio", SCHOOL_YEARS,
            f"SELECT {HERE}, status_code FROM enrolments AS e {OF_SCHOOL} JOIN classes AS c USING (school_code, class_no)"
            " WHERE holds(e.valid_from, e.valid_to, $on) AND e.stage_code = 'junior' AND c.valid_from = e.valid_from"
            " AND status_code NOT IN ('transferred_out', 'abroad', 'deceased')"
            " AND c.entry_school_year = (year($on) - 3) || 'S'",
            "count_if(status_code IN ('enrolled', 'graduated', 'completed')) / count(*)"),
    Recount("private_registration_ratio", YEAR_ENDS,
            "SELECT * FROM (SELECT county_code AS county, * FROM private_school_registrations)"
            " WHERE holds(valid_from, valid_to, $on)",
            "count_if(kind_code <> 'undecided' AND registered_on <= $on) / count(*)", PLACES),
    Recount("hazard_overdue_count", ("2020-06-30", "2020-12-31"),
            f"SELECT {HERE} FROM hazards AS h {OF_SCHOOL} WHERE found_on <= $on AND due_on < $on"
            " AND (h.closed_on IS NULL OR h.closed_on > $on)", "count(*)"),
    # stocks, as last counted
    Recount("pupil_count", ("2018-12-31", "2019-09-01"), "SELECT * FROM pupils_on($on)", "sum(pupil_count)"),
    Recount("public_kindergarten_ratio", COUNT_YEARS,
            "SELECT * FROM pupils_on($on) JOIN school_on($on) AS s USING (school_code) WHERE stage_code = 'preschool'",
            "sum(pupil_count) FILTER (WHERE ownership_code NOT IN ('private', 'joint')) / sum(pupil_count)"),
    # of two registers
    Recount("pupils_per_teacher_ratio", ("2019-12-31", "2020-06-30"),
            "SELECT county, school, pupil_count AS n, NULL AS d FROM pupils_on($on)"
            " UNION ALL SELECT county, school, NULL, (duty_code = 'teacher')::INT FROM staff_on($on)", QUOTIENT),
    Recount("posts_filled_ratio", YEAR_ENDS,
            "SELECT county, school, (post_kind_code = 'permanent')::INT AS n, NULL AS d FROM staff_on($on) UNION ALL"
            " SELECT county_code, school_code, NULL, post_count FROM approved_posts WHERE holds(valid_from, valid_to, $on)",
            QUOTIENT),
    Recount("vacant_post_count", YEAR_ENDS,
            "SELECT county, school, (post_kind_code = 'permanent')::INT AS n, NULL AS d FROM staff_on($on) UNION ALL"
            " SELECT county_code, school_code, NULL, post_count FROM approved_posts WHERE holds(valid_from, valid_to, $on)",
            "sum(d) - sum(n)"),
    Recount("preschool_gross_enrolment_ratio", ("2019-12-31", "2020-06-30"),
            "SELECT county, pupil_count AS n, NULL AS d FROM pupils_on($on) WHERE stage_code = 'preschool'"
            " UNION ALL SELECT place_code, NULL, person_count FROM population_counts WHERE kind_code = 'resident'"
            " AND place_code <> '520300' AND age BETWEEN 3 AND 5 AND counted_on = DATE '2019-09-01'",
            QUOTIENT, PLACES),
    Recount("aid_payment_ratio", TERMS,
            f"SELECT {HERE}, 1 AS n, NULL AS d FROM aid_payments {OF_SCHOOL} WHERE paid_on BETWEEN $since AND $on AND amount_yuan > 0"
            f" UNION ALL SELECT {HERE}, NULL, 1 FROM aid_entitlements {OF_SCHOOL}"
            " WHERE term = CASE WHEN month($on) = 1 THEN '2019S1' ELSE '2019S2' END", QUOTIENT),
    Recount("training_lessons_per_teacher_ratio", YEARS,
            f"SELECT {HERE}, lessons AS n, NULL AS d FROM training_records {OF_SCHOOL}"
            " WHERE year(completed_on) = year($on) AND is_passed IS DISTINCT FROM FALSE"
            " UNION ALL SELECT county, school, NULL, (duty_code = 'teacher')::INT FROM staff_on($on)", QUOTIENT),
    Recount("dropout_rate", ("2019S", "2019S2"),
            "SELECT county_code AS county, 1 AS n, NULL AS d FROM dropouts WHERE kind_code = 'dropped_out'"
            " AND found_on BETWEEN $since AND $on UNION ALL SELECT county, NULL, pupil_count FROM pupils_on($since)"
            " WHERE stage_code IN ('primary', 'junior')", "coalesce(sum(n), 0) / sum(d)", PLACES),
    Recount("rotation_ratio", ("2019S", "2020S"),
            "SELECT s.county_code AS county, s.school_code AS school, 1 AS n, NULL AS d FROM teacher_rotations AS r"
            " LEFT JOIN school_on($on) AS s ON s.school_code = r.from_school_code WHERE began_on BETWEEN $since AND $on AND kind_code <> 'principal' UNION ALL"
            " SELECT county, school, NULL, 1 FROM staff_on($since) JOIN school_on($on) AS s USING (school_code)"
            " WHERE duty_code = 'teacher' AND stage_code IN ('primary', 'junior')"
            " AND ownership_code NOT IN ('private', 'joint') AND date_trunc('month', came_on) <= $since - INTERVAL 6 YEAR",
            "coalesce(sum(n), 0) / sum(d)", PLACES),
    # events of a period
    Recount("meal_local_ratio", MONTHS,
            f"SELECT {HERE}, amount_yuan, origin_code FROM meal_purchases {OF_SCHOOL} WHERE bought_on BETWEEN $since AND $on",
            "sum(CASE WHEN origin_code = '520000' THEN amount_yuan ELSE 0 END) / sum(amount_yuan)"),
    Recount("meal_coverage_ratio", MONTHS,
            f"SELECT {HERE}, * FROM nutrition_meals {OF_SCHOOL} WHERE month = strftime($on, '%Y-%m')",
            "sum(served_count) / sum(entitled_count)"),
    Recount("myopia_ratio", ("2018S2", "2019S2"),
            f"SELECT {HERE}, is_shortsighted FROM vision_screenings {OF_SCHOOL} WHERE screened_on BETWEEN $since AND $on"
            " AND is_shortsighted IS NOT NULL", "avg(is_shortsighted::INT)"),
    Recount("fitness_good_ratio", SCHOOL_YEARS,
            f"SELECT {HERE}, level_code FROM fitness_tests {OF_SCHOOL} WHERE tested_on BETWEEN $since AND $on"
            " AND is_exempt IS DISTINCT FROM TRUE", "count_if(level_code IN ('excellent', 'good')) / count(*)"),
    Recount("entrance_score_per_pupil", YEARS,
            f"SELECT {HERE}, score FROM entrance_exam_results AS r {OF_SCHOOL}"
            " WHERE year(examined_on) = year($on) AND r.state_code = 'sat'", "avg(score)"),
    Recount("college_first_line_ratio", YEARS,
            f"SELECT {HERE}, line_code FROM college_exam_results {OF_SCHOOL} WHERE year(examined_on) = year($on)",
            "count_if(line_code = 'first') / count(*)"),
    Recount("complaint_timely_ratio", ("2019S2", "2020"),
            f"SELECT {OWN}, * FROM complaints WHERE received_on BETWEEN $since AND $on AND due_on <= $on",
            "count_if(closed_on <= due_on) / count(*)", PLACES),
    # projects and money
    Recount("project_completion_rate", YEAR_ENDS,
            "SELECT county, 1 AS d, (SELECT count(*) FROM project_milestones AS m WHERE m.project_no = p.project_no"
            " AND step_code = '10' AND is_accepted AND reached_on <= $on) AS n FROM projects_on($on) AS p"
            " WHERE plan_year = year($on)::VARCHAR", QUOTIENT, PLACES),
    Recount("late_project_count", YEAR_ENDS, "SELECT * FROM projects_on($on)",
            "count_if(planned_completion_on < $on AND state_code NOT IN ('completed', 'handed_over'))", PLACES),
    Recount("project_paid_yuan", YEAR_ENDS,
            "SELECT p.county, x.amount_yuan FROM project_payments AS x JOIN projects_on($on) AS p USING (project_no)"
            " WHERE paid_on <= $on AND plan_year = year($on)::VARCHAR", "sum(amount_yuan)", PLACES),
    Recount("earmarked_execution_rate", FISCAL_YEARS,
            "SELECT u.county_code AS county, x.amount_yuan AS n, NULL AS d FROM earmarked_payments AS x"
            " JOIN units AS u ON u.unit_code = x.receiver_code WHERE year(paid_on) = year($on)"
            " UNION ALL SELECT u.county_code, NULL, b.amount_yuan + coalesce(carried_over_yuan, 0) FROM earmarked_budgets AS b"
            " JOIN units AS u ON u.unit_code = b.receiver_code WHERE year(allotted_on) = year($on)", QUOTIENT, PLACES),
    # changes over a year
    Recount("education_appropriation_growth_rate", FISCAL_YEARS,
            "SELECT county, education_appropriation_yuan AS n, NULL AS d FROM fiscal($on) UNION ALL"
            " SELECT county, NULL, education_appropriation_yuan FROM fiscal($on - INTERVAL 1 YEAR)",
            "sum(n) / sum(d) - 1", PLACES),
    Recount("education_growth_lead_gap", FISCAL_YEARS,
            "SELECT now.county, now.education_appropriation_yuan AS e1, old.education_appropriation_yuan AS e0,"
            " now.recurrent_revenue_yuan AS r1, old.recurrent_revenue_yuan AS r0"
            " FROM fiscal($on) AS now JOIN fiscal($on - INTERVAL 1 YEAR) AS old USING (county)",
            "sum(e1) / sum(e0) - sum(r1) / sum(r0)", PLACES),
    Recount("junior_spending_rise_per_pupil", FISCAL_YEARS,
            "SELECT now.county, now.junior_spending_yuan AS n1, now.junior_pupils AS d1, old.junior_spending_yuan AS n0,"
            " old.junior_pupils AS d0 FROM fiscal($on) AS now JOIN fiscal($on - INTERVAL 1 YEAR) AS old USING (county)",
            "sum(n1) / nullif(sum(d1), 0) - sum(n0) / nullif(sum(d0), 0)", PLACES),
    Recount("inspection_change_rate", ("2020", "2019S2"),
            f"SELECT {HERE}, * FROM inspections {OF_SCHOOL}",
            "count(DISTINCT inspection_no) FILTER (WHERE began_on BETWEEN $since AND $on) / nullif(count(DISTINCT inspection_no)"
            " FILTER (WHERE began_on BETWEEN $since - INTERVAL 1 YEAR AND $on - INTERVAL 1 YEAR), 0) - 1", PLACES),
    # what does not add up
    Recount("security_grade_ratio", COUNT_YEARS,
            f"SELECT {HERE}, has_security_grade FROM digital_facilities AS f {OF_SCHOOL}"
            " WHERE f.counted_on = (SELECT max(counted_on) FROM digital_facilities WHERE counted_on <= $on"
            " AND counted_on > $on - 400)",
            "count(DISTINCT CASE WHEN has_security_grade THEN school END) / nullif(count(DISTINCT school), 0)", PLACES),
    Recount("football_school_count", ("2020-08-31", "2020-12-31"),
            f"SELECT {HERE} FROM squads {OF_SCHOOL} WHERE school_year = '2019S' AND item_code = 'football'"
            " AND training_count > 0 AND class_lessons >= 1 AND type_code IN ('21', '31', '34') AND state_code = 'open'"
            " AND is_teaching_point = FALSE", "count(DISTINCT school)", PLACES),
    Recount("demonstration_school_count", YEAR_ENDS,
            f"SELECT {OWN}, holder_code FROM designations WHERE is_school AND named_on <= $on"
            " AND (ended_on IS NULL OR ended_on > $on)", "count(DISTINCT holder_code)", PLACES),
    Recount("meal_days_ratio", ("2019S", "2019S1"),
            f"SELECT {HERE}, days_served FROM nutrition_meals {OF_SCHOOL} WHERE month BETWEEN strftime($since, '%Y-%m')"
            " AND strftime($on, '%Y-%m')", "sum(days_served) / (200 * nullif(count(DISTINCT school), 0))"),
    # between places
    Recount("teaching_area_cv", COUNT_YEARS,
            "SELECT *, sum(part) OVER (PARTITION BY county, stage_code) / sum(size) OVER (PARTITION BY county, stage_code)"
            " AS whole FROM areas_on($on)",
            VARIATION, ("county",), by="stage_code"),
    Recount("teaching_area_cv", COUNT_YEARS,
            "SELECT *, sum(part) OVER (PARTITION BY stage_code) / sum(size) OVER (PARTITION BY stage_code) AS whole"
            " FROM areas_on($on)", VARIATION, ("city",), by="stage_code"),
    Recount("teaching_area_meeting_ratio", COUNT_YEARS, "SELECT * FROM areas_on($on)",
            "count_if(part / size >= CASE stage_code WHEN 'primary' THEN 4.5 ELSE 5.8 END) / count(*)", PLACES,
            by="stage_code"),
    Recount("music_rooms_meeting_ratio", YEAR_ENDS,
            "SELECT county_code AS county, (SELECT count(*) FROM rooms AS r WHERE r.school_code = s.school_code"
            " AND use_code = 'music_room' AND area_m2 >= 96 AND holds(r.valid_from, r.valid_to, $on)) AS rooms,"
            " (SELECT count(*) FROM classes_on($on) AS c WHERE c.school = s.school_code"
            " AND stage_code IN ('primary', 'junior')) AS classes FROM balance_on($on) AS s"
            " WHERE school_code IN (SELECT school_code FROM rooms WHERE holds(valid_from, valid_to, $on))"
            " AND (stages LIKE '%primary%' OR stages LIKE '%junior%')",
            "count_if(rooms * 12 >= classes) / count(*)", PLACES),
    Recount("meal_local_cv", MONTHS,
            "SELECT *, sum(part) OVER () / sum(size) OVER () AS whole FROM (SELECT sum(amount_yuan)::DOUBLE AS size,"
            " sum(CASE WHEN origin_code = '520000' THEN amount_yuan ELSE 0 END)::DOUBLE AS part FROM meal_purchases"
            f" {OF_SCHOOL} WHERE bought_on BETWEEN $since AND $on GROUP BY s.county_code)", VARIATION, ("city",)),
    # samples: the point; the interval holds it
    Recount("satisfaction_ratio", YEARS,
            f"SELECT {OWN}, coalesce(weight, 1) AS d, is_satisfied::INT * coalesce(weight, 1) AS n FROM survey_answers"
            " WHERE year(answered_on) = year($on) AND is_valid AND is_satisfied IS NOT NULL", QUOTIENT, PLACES),
    Recount("quality_level_ratio", YEARS,
            f"SELECT {OWN}, coalesce(weight, 1) AS d, (level_no >= 3)::INT * coalesce(weight, 1) AS n"
            " FROM quality_monitoring_results WHERE year(tested_on) = year($on) AND level_no IS NOT NULL", QUOTIENT, PLACES),
)  # fmt: skip
