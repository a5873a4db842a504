"""保障比对结果: what the reconciliation of each programme came to in a county."""

from yaodian.catalogue.columns.places import COUNTY_CODE
from yaodian.declare.column import CODE, DATE, INTEGER, TEXT, Code, Column, Privacy
from yaodian.declare.register import CHANGES, STOCK, Register
from yaodian.domain.period import MONTH
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON

PURPOSES = (
    Code("dropout_prevention", "控辍保学"),
    Code("student_aid", "学生资助"),
    Code("special_education", "特殊教育安置"),
    Code("care", "关爱保护"),
    Code("admission", "招生入学"),
)


def _count(name: str, label: str, note: str, example: str) -> Column:
    return Column(
        name=name, type=INTEGER, label=label, note=note, meaning=note, unit=PERSON, privacy=Privacy.P0, low=0, required=True,
        example=example,
    )  # fmt: skip


class AssuredCounts(Register):
    """保障比对结果: of each programme of nobody left out and each county how many persons are entitled, served, left out, and of
    how many it is not known; written by the reconciliation itself, asked of nobody.
    """

    label = "保障比对结果"
    words = "每个保障项目、每个县应保障、已保障、缺口和不知道的人数，由逐人比对得出，不用任何人填报。"
    english = "results of reconciliation"
    reference = "本软件逐人比对的结果；项目见保障项目"
    office = "局办公室（由本软件比对得出）"
    every = MONTH
    time, dated_by, arrives = STOCK, "counted_on", CHANGES
    places = ((COUNTY, "county_code"),)
    key = ("programme_code", "county_code")
    columns = (
        Column(
            name="programme_code",
            type=TEXT,
            label="保障项目代码",
            also=("项目代码",),
            privacy=Privacy.P0,
            required=True,
            pattern="[a-z][a-z_]*",
            example="never_enrolled",
        ),
        Column(
            name="purpose_code",
            type=CODE,
            label="用途",
            codes=PURPOSES,
            privacy=Privacy.P0,
            required=True,
            example="dropout_prevention",
        ),
        COUNTY_CODE,
        Column(name="counted_on", type=DATE, label="比对日期", privacy=Privacy.P0, required=True, example="2020-09-01"),
        _count("entitled_count", "应保障人数", "比对日应享受这项保障的人数", "1089"),
        _count("served_count", "已保障人数", "其中有保障记录的人数", "1074"),
        _count("gap_count", "缺口人数", "其中没有保障记录的人数", "15"),
        _count("unclear_count", "待辨认人数", "其中要先辨认是不是同一人的人数", "0"),
        _count("unknown_count", "不知道人数", "其中没有人看到过的人数", "0"),
    )
