"""建档立卡人口 as claims of who is who."""

from yaodian.declare.identity import Identity


class PoorHouseholdMembers(Identity):
    """建档立卡人口: families registered as poor, parents and children."""

    label = "建档立卡人口"
    reference = "建档立卡信息系统导出的家庭成员字段（表式未核）"
    id_no, name, birth_on, sex = "id_no", "name", "birth_on", "sex_code"
    county = "county_code"
    rank = 2
