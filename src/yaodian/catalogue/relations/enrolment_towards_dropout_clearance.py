"""入学保障与控辍: children of a cohort brought or kept in school count towards no dropout."""

from yaodian.declare.relation import Relation


class EnrolmentTowardsDropoutClearance(Relation):
    """入学保障与控辍: children of a cohort brought or kept in school count towards no dropout."""

    label = "特殊群体入学资助与控辍保学"
    reference = "国务院办公厅《关于进一步加强控辍保学提高义务教育巩固水平的通知》（国办发〔2017〕72号）"
    makes = (
        "保障…接受义务教育",
        "做好…接受义务教育",
        "保障…随迁子女…入学",
        "做好…残疾儿童…入学",
        "…残疾儿童少年入学率",
        "落实…资助政策",
        "确保…贫困学生",
    )
    towards = ("…辍学学生", "…辍学动态清零", "…失学辍学", "…控辍保学")
    why = "{made}保住的每一名学生，都计入{other}：两处应对着同一份学生名册核对。"
    examples = (("保障随迁子女平等接受义务教育", "巩固辍学学生动态清零成果"),)
    not_for = (("保障高三学生复习时间", "巩固辍学学生动态清零成果"),)
