"""居住证与务工证明 as claims of who is who."""

from yaodian.declare.identity import Identity


class ResidencePermits(Identity):
    """居住证与务工证明: children whose families live in another county than they are registered in; no sex is listed."""

    label = "居住证与务工证明"
    reference = "居住证登记字段（公安提供；表式未核）"
    id_no, name, birth_on = "id_no", "name", "birth_on"
    address, county = "address", "county_code"
    guardians = ("guardian_name",)
    rank = 7
