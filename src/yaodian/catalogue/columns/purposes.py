"""用途: the purposes for which restricted registers and columns may be read, and what each is called."""

from yaodian.domain.finding import Words

ENROLMENT, DROPOUT_PREVENTION, STUDENT_AID = "enrolment", "dropout_prevention", "student_aid"
SPECIAL_EDUCATION, CARE, ADMISSION, HEALTH = "special_education", "care", "admission", "health"
STAFFING, ETHICS, ASSESSMENT = "staffing", "ethics", "assessment"
SUPERVISION, SAFETY, STATISTICS = "supervision", "safety", "statistics"

PURPOSES = {
    ENROLMENT: Words("学籍管理", "keeping enrolment records"),
    DROPOUT_PREVENTION: Words("控辍保学", "dropout prevention"),
    STUDENT_AID: Words("学生资助", "student aid"),
    SPECIAL_EDUCATION: Words("特殊教育安置", "placing children with disabilities"),
    CARE: Words("关爱保护", "care of left-behind and other children"),
    ADMISSION: Words("招生入学", "admission"),
    HEALTH: Words("学生健康", "pupils' health"),
    STAFFING: Words("教师管理", "staffing"),
    ETHICS: Words("师德管理", "teacher ethics"),
    ASSESSMENT: Words("考试评价", "examinations and assessment"),
    SUPERVISION: Words("督导", "inspection and supervision"),
    SAFETY: Words("校园安全", "school safety"),
    STATISTICS: Words("统计", "statistics"),
}
