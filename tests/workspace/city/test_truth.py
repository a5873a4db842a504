"""Persons of the city: all recognisable as invented, faults in their proportions, truth that agrees with the files."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from tests.loaded_city import Written
from tests.workspace.city.reading import column_of, files_of, rows_of
from yaodian.declare.register import Register
from yaodian.domain.identifiers.uscc import check_uscc
from yaodian.workspace.city.identity import (
    BODY_MARK,
    CANARY_WORD,
    is_invented,
    is_invented_account,
    is_invented_phone,
)
from yaodian.workspace.city.records import CANARIES
from yaodian.workspace.records import records_catalogue

REGISTERS = records_catalogue().of(Register)


def column(city: Written, register: str, *headings: str) -> list[str]:
    found = []
    for path in files_of(city.folder, register):
        heads, *rows = rows_of(path)
        at = next(at for at, head in enumerate(heads) if head in headings)
        found += [row[at] for row in rows]
    return found


def test_every_id_number_phone_and_account_is_recognised_as_invented(city: Written) -> None:
    sound = re.compile(r"\d{17}[\dX]")
    slips = sum(row["fault"] == "digits_transposed" for row in city.truth("records"))
    for register, headings in (
        ("students", ("身份证件号",)),
        ("teachers", ("SFZJH",)),
        ("residents", ("身份证件号", "身份证号", "SFZJH")),
    ):
        odd = [number for number in column(city, register, *headings) if not is_invented(number)]
        assert all(sound.fullmatch(number) for number in odd)
        assert len(odd) <= (slips if register == "students" else 0)
    assert all(is_invented_phone(phone) for phone in column(city, "students", "联系电话"))
    assert all(map(is_invented_account, column(city, "aid_payments", "银行账号", "银行卡号")))


def test_every_register_names_invented_persons_and_bodies_only(city: Written) -> None:
    slips = sum(row["fault"] == "digits_transposed" for row in city.truth("records"))
    for name, declared in REGISTERS.items():
        columns = {each.name for each in declared.columns}
        if "id_no" in columns:
            odd = [number for number in column_of(city.folder, declared, "id_no") if number and not is_invented(number)]
            spoiled = [number for number in odd if "E+" in number]
            assert len(odd) - len(spoiled) <= (3 * slips if name in ("students", "enrolments") else 0), name
        if "uscc" in columns:
            codes = column_of(city.folder, declared, "uscc")
            assert codes and all(code[8:10] == BODY_MARK and check_uscc(code).is_sound for code in codes), name
        if "phone" in columns:
            assert all(is_invented_phone(phone) for phone in column_of(city.folder, declared, "phone")), name


def test_no_two_persons_have_one_number(city: Written) -> None:
    numbers = [row["id_no"] for row in city.truth("persons")] + column(city, "teachers", "SFZJH")
    assert len(set(numbers)) == len(numbers)


def test_fifty_children_are_marked(city: Written) -> None:
    marked = city.truth("canaries")
    assert len(marked) == CANARIES
    assert all(str(row["name"]).startswith(CANARY_WORD) and is_invented(str(row["id_no"])) for row in marked)
    on_roll = [name for name in column(city, "students", "姓名") if name.startswith(CANARY_WORD)]
    assert len(on_roll) == CANARIES


def test_faults_of_the_roll_stand_in_their_ratio(city: Written) -> None:
    count = Counter(str(row["fault"]) for row in city.truth("records"))
    shares = [
        count["id_of_another"] + count["id_twice"],
        count["name_differs"],
        count["id_not_found"],
        count["person_twice"],
    ]
    assert shares == [34, 30, 8, 2]


def test_records_are_the_students_and_second_records_share_a_person(city: Written) -> None:
    records = {str(row["student_no"]): row for row in city.truth("records")}
    students = column(city, "students", "学籍号")
    assert set(students) <= set(records)
    persons = Counter(row["person"] for row in records.values())
    doubled = [row for row in records.values() if row["fault"] in ("id_twice", "person_twice")]
    assert all(persons[row["person"]] == 2 for row in doubled)


def test_those_missed_by_aid_were_not_paid(city: Written) -> None:
    paid = set()
    for path in files_of(city.folder, "aid_payments"):
        heads, *rows = rows_of(path)
        at = [
            next(i for i, h in enumerate(heads) if h in names)
            for names in (("身份证件号", "身份证号"), ("所属学期", "学期"), ("资助项目", "项目"))
        ]
        paid |= {(row[at[0]], row[at[1]], row[at[2]]) for row in rows}
    labels = {"preschool_aid": "学前教育资助", "living_boarding": "寄宿生生活补助", "living_day": "非寄宿生生活补助"}
    wanted = [row for row in city.truth("aid") if row["programme_code"] in labels]
    for row in wanted:
        key = (row["id_no"], row["term"], labels[str(row["programme_code"])])
        assert (key in paid) == (row["what"] in ("paid_without_right", "paid_and_returned"))
    kinds = {"missed_unrecognised", "missed_unpaid", "paid_without_right", "paid_and_returned"}
    assert {row["what"] for row in city.truth("aid")} == kinds


def test_never_enrolled_children_are_on_no_roll_and_large_classes_are_in_the_files(city: Written) -> None:
    on_roll = set(column(city, "students", "身份证件号"))
    never = [row["id_no"] for row in city.truth("dropouts") if row["kind_code"] == "never_enrolled"]
    assert never and not on_roll & set(never)
    counted = Counter()
    heads, *rows = rows_of(city.folder / "files/enrolments/2019S-全市.csv")
    school, number = heads.index("学校标识码"), heads.index("班号")
    counted.update((row[school], row[number]) for row in rows)
    for row in city.truth("large_classes"):
        assert counted[str(row["school_code"]), str(row["class_no"])] >= int(str(row["pupil_count"])) - 3


def test_the_share_bought_in_the_province_rises_to_about_four_fifths(city: Written) -> None:
    shares = []
    for path in files_of(city.folder, "meal_purchases"):
        heads, *rows = rows_of(path)
        origin = next(at for at, h in enumerate(heads) if h in ("产地", "产地省份", "产地（省级）") or "产地" in h)
        money = next(at for at, h in enumerate(heads) if "金额" in h)
        total = sum(float(row[money]) for row in rows)
        shares.append(sum(float(row[money]) for row in rows if row[origin] in ("520000", "贵州省")) / total)
    assert 0.45 < shares[0] < 0.72 and 0.72 < shares[-1] < 0.9
    assert sum(later > earlier for earlier, later in pairwise(shares)) >= len(shares) // 2


def test_pupils_in_two_schools_are_twice_in_the_file(city: Written) -> None:
    count = Counter(column(city, "enrolments", "学籍号", "全国学籍号", "XJH"))
    both = [str(row["student_no"]) for row in city.truth("two_schools")]
    assert both and all(count[number] >= 2 for number in both)
