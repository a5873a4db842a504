"""学生基本信息 as claims of who is who."""

from yaodian.declare.identity import From, Identity


class Students(Identity):
    """学生基本信息: the roll; who answers for a pupil stands in a register of its own."""

    label = "学生基本信息"
    reference = "《中小学生学籍管理办法》附学生基本信息表、家庭成员部分（原文未核）"
    id_no, name, birth_on, sex = "id_no", "name", "birth_on", "sex_code"
    address = "address"
    guardians = (From("guardians", "name", "student_no"),)
    school = From("enrolments", "school_name", "student_no")
    rank = 1
