"""其他重点保障对象 as claims of who is who."""

from yaodian.declare.identity import Identity


class PriorityGroupMembers(Identity):
    """其他重点保障对象: children on the lists of civil affairs and the disabled persons' federation that give a right to aid."""

    label = "其他重点保障对象"
    reference = "民政、残联名册字段（表式未核）"
    id_no, name, birth_on, sex = "id_no", "name", "birth_on", "sex_code"
    county = "county_code"
    rank = 6
