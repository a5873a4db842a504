"""农村学生营养餐: pupils of country schools that served no meals in the month."""

from yaodian.declare.programme import Programme, Side
from yaodian.domain.access import Purpose


class MealsMissed(Programme):
    """农村学生营养餐: each pupil of a compulsory stage at a country school (乡中心区, 村庄) is at one that reported days with
    meals in the month of the day. Meals are recorded by school, so who of a school that serves missed them cannot be told.
    """

    label = "农村学生营养餐"
    english = "pupils of country schools without meals in the month"
    words = (
        "乡村学校的义务教育阶段学生，所在学校当月没有供餐记录；供餐按校按月登记，校内谁没吃到看不出。假期各月不宜比。"
    )
    reference = "农村义务教育学生营养改善计划（原文未核；试点县的镇区学校未列入）"
    office = "学生营养改善计划管理机构"
    cohort = Side(
        "enrolments",
        "status_code = 'enrolled' AND stage_code IN ('primary', 'junior')",
        whose=("school_code", Side("schools", "urban_rural_code IN ('210', '220')")),
    )
    service = (
        Side(
            "enrolments",
            "status_code = 'enrolled' AND stage_code IN ('primary', 'junior')",
            whose=("school_code", Side("nutrition_meals", "days_served > 0 AND served_count > 0", period="month")),
        ),
    )
    purposes = (Purpose.STUDENT_AID,)
