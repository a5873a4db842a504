"""农村留守儿童 as claims of who is who."""

from yaodian.declare.identity import Identity


class LeftBehindChildren(Identity):
    """农村留守儿童: children whose parents work elsewhere."""

    label = "农村留守儿童"
    reference = "农村留守儿童信息字段（民政、教育台账；表式未核）"
    id_no, name, birth_on, sex = "id_no", "name", "birth_on", "sex_code"
    address, county = "address", "county_code"
    rank = 5
