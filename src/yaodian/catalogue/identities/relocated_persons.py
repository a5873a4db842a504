"""易地搬迁人口 as claims of who is who."""

from yaodian.declare.identity import Identity


class RelocatedPersons(Identity):
    """易地搬迁人口: who moved to a settlement."""

    label = "易地搬迁人口"
    reference = "易地扶贫搬迁花名册字段（表式未核）"
    id_no, name, birth_on, sex = "id_no", "name", "birth_on", "sex_code"
    county = "county_code"
    rank = 4
