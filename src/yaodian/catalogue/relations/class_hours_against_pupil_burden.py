"""课时与减负: more lessons and joint examinations work against the promise of a lighter burden for pupils."""

from yaodian.declare.relation import Relation


class ClassHoursAgainstPupilBurden(Relation):
    """课时与减负: more lessons and joint examinations work against the promise of a lighter burden for pupils."""

    label = "增加课时考试与学生减负"
    reference = (
        "中共中央办公厅、国务院办公厅《关于进一步减轻义务教育阶段学生作业负担和校外培训负担的意见》（2021年7月）的思路"
    )
    makes = (
        "增加…课时",
        "增加…学时",
        "延长…在校时间",
        "延长…教学时间",
        "组织…统考",
        "组织…联考",
        "组织…统一考试",
        "增加…考试",
    )
    against = (
        "…学生减负",
        "减轻…学生…负担",
        "整治…学生…负担",
        "减轻…学业负担",
        "减轻…课业负担",
        "压减…作业",
        "减少…考试",
    )
    unless = ("教师培训", "高考", "中考")
    within = "school_stages"
    why = "{made}会增加学生的课时或考试，与{other}方向相反：宜先核对课程总量和考试次数，再定增减。"
    examples = (("增加实验课时", "科学推进学生减负"), ("组织全县期末统考", "减轻学生过重课业负担"))
    not_for = (("增加教师培训学时", "科学推进学生减负"), ("组织高中学校联考", "减轻小学学生课业负担"))
