"""援鄂医疗队员子女 as claims of who is who."""

from yaodian.declare.identity import Identity


class MedicalTeamChildren(Identity):
    """援鄂医疗队员子女: children of those who were sent to Hubei."""

    label = "援鄂医疗队员子女"
    reference = "卫生健康部门支援湖北医疗队员子女名册字段（表式未核）"
    id_no, name, birth_on, sex = "id_no", "name", "birth_on", "sex_code"
    county = "county_code"
    guardians = ("parent_name",)
    rank = 8
