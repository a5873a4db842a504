"""条件: conditions that several indicators share, each written once."""

from yaodian.declare.indicator import LeavesOut

ORDINARY_SCHOOL = "schools.type_code NOT IN ('32', '36', '37', '51')"
"""普通学校: neither vocational, specialised nor special-education schools. What counts them leaves out small teaching points
(`SMALL_POINTS`)."""

SMALL_POINTS = LeavesOut("teaching_point_pupil_count", below="teaching_point_minimum")
"""小教学点: teaching points with fewer pupils than 教督〔2017〕6号 counts."""

BALANCED = f"stage_code IN ('primary', 'junior') AND {ORDINARY_SCHOOL}"
"""均衡监测口径: primary and junior rows of ordinary schools."""

PUBLIC = "schools.ownership_code NOT IN ('private', 'joint')"
"""公办: whatever is not private or joint."""

FULL_TIME = "duty_code = 'teacher'"
"""专任教师: who teaches as the main duty; principals and other staff do not count."""

QUALIFIED = "degree_code IN ('11', '14', '21') OR stage_code = 'primary' AND degree_code = '31'"
"""高于规定学历: a three-year degree or more at primary, a four-year degree or more elsewhere."""

OVER_CLASS_SIZE = (
    "pupil_count > CASE stage_code WHEN 'primary' THEN :primary_class_size WHEN 'junior' THEN :junior_class_size"
    " WHEN 'senior' THEN :senior_class_size END"
)
"""超标准班额: more pupils than the standard of the class's stage; a stage without a standard is not over it."""

SCHOOL_AGE = (
    "EXTRACT(YEAR FROM :last_day) - CASE WHEN EXTRACT(MONTH FROM :last_day) < 9 THEN 1 ELSE 0 END"
    " - EXTRACT(YEAR FROM birth_on) - CASE WHEN EXTRACT(MONTH FROM birth_on) >= 9 THEN 1 ELSE 0 END"
)
"""学龄: full years of age on the 31 August before the school year that holds the period's last day; who turns six on that
31 August is six."""
