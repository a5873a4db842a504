"""适龄人口 as claims of who is who."""

from yaodian.declare.identity import Identity


class Residents(Identity):
    """适龄人口: the police's list; the head of the household stands for who answers for the child."""

    label = "适龄人口"
    reference = "公安部门提供的适龄人口名册字段（控辍保学“四查三比对”；表式未核）"
    id_no, name, birth_on, sex = "id_no", "name", "birth_on", "sex_code"
    address, county = "address", "county_code"
    guardians = ("householder",)
    rank = 0
