"""单位沿革: successions of units."""

from yaodian.catalogue.columns.documents import DOCUMENT_NO
from yaodian.declare.column import BOOLEAN, CODE, DATE, TEXT, Code, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Check, Reference, Register
from yaodian.domain.finding import Words

WAYS = (
    Code("split", "分设", ("拆分",)),
    Code("merge", "合并", ("撤并",)),
    Code("move", "划转", ("划归",)),
    Code("recode", "代码变更", ("更名换码",)),
)


class UnitSuccessions(Register):
    """单位沿革: which unit took over from which on a day: a split, a merger, a move of ground, a new code.

    A split has several rows of one old unit, a merger several of one new one; the main successor is marked.
    """

    label = "单位沿革"
    words = "哪个单位在哪天由哪个单位承接：分设、合并、划转或换码。"
    english = "successions of units"
    reference = "机构编制文件和民政部门行政区划批复；每行写明文号"
    office = "局办公室"
    time, dated_by, arrives = EVENT, "changed_on", EVENTS
    key = ("old_code", "new_code", "changed_on")
    columns = (
        Column(
            name="old_code",
            type=TEXT,
            label="原单位代码",
            also=("原代码",),
            privacy=Privacy.P0,
            required=True,
            refers_to="units.unit_code",
            example="520321",
        ),
        Column(
            name="new_code",
            type=TEXT,
            label="承接单位代码",
            also=("新代码",),
            privacy=Privacy.P0,
            required=True,
            refers_to="units.unit_code",
            example="520304",
        ),
        Column(
            name="changed_on",
            type=DATE,
            label="变更日期",
            also=("生效日期",),
            privacy=Privacy.P0,
            required=True,
            example="2016-03-20",
        ),
        Column(
            name="how_code", type=CODE, label="变更方式", codes=WAYS, privacy=Privacy.P0, required=True, example="split"
        ),
        Column(name="is_main", type=BOOLEAN, label="是否主要承接", privacy=Privacy.P0, example="是"),
        DOCUMENT_NO,
    )
    references = (Reference(("old_code",), "units", ("unit_code",)), Reference(("new_code",), "units", ("unit_code",)))
    checks = (
        Check(
            "two_units",
            "old_code <> new_code",
            Words("原单位和承接单位相同", "the old and the new unit are the same"),
            Words(
                "更名不换码的不用登记沿革，只在单位表另起一行",
                "a rename that keeps the code is a new row in units only",
            ),
        ),
    )
