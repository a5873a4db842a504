"""残疾儿童少年 as claims of who is who."""

from yaodian.declare.identity import Identity


class DisabledChildren(Identity):
    """残疾儿童少年: children with a certificate."""

    label = "残疾儿童少年"
    reference = "残联持证儿童名册字段（表式未核）"
    id_no, name, birth_on, sex = "id_no", "name", "birth_on", "sex_code"
    county = "county_code"
    rank = 3
