"""建档立卡人口 as claims of who is who."""

from yaodian.declare.identity import Identity


class PoorHouseholdMembers(Identity):
    """建档立卡人口: families registered as poor, parents and children."""

    label = "建档立卡人口"
    id_no, name, birth_on, sex = "id_no", "name", "birth_on", "sex_code"
    county = "county_code"
    rank = 2
