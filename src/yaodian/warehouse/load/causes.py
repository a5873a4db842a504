"""原因: why a cell or a row is wrong, as the uploader reads it, and how to repair it."""

from __future__ import annotations

from typing import NamedTuple

from yaodian.domain.finding import Severity, Words


class Cause(NamedTuple):
    words: Words
    hint: Words
    severity: Severity = Severity.ERROR


CAUSES = {
    "required": Cause(Words("必填，但没有填", "is required but empty"), Words("补填这一格", "fill in the cell")),
    "integer": Cause(Words("应填整数", "must be a whole number"), Words("只填数字，如 120", "give digits only, like 120")),
    "decimal": Cause(Words("应填数", "must be a number"), Words("只填数字，如 12.5", "give digits only, like 12.5")),
    "money": Cause(Words("应填金额", "must be an amount of money"), Words("只填数字，单位见表头", "give digits only, in the heading's unit")),
    "date": Cause(
        Words("不是日期，或日历上没有这一天", "is no date, or no day of the calendar"),
        Words("写成 2020-09-01 这样的年-月-日", "write year-month-day, like 2020-09-01"),
    ),
    "instant": Cause(Words("不是时刻", "is no instant"), Words("写成 2020-09-01 08:30", "write it like 2020-09-01 08:30")),
    "period": Cause(Words("不是时期", "is no period"), Words("写成 2020-08、2019S1 或 2020年8月", "write 2020-08 or 2019S1")),
    "boolean": Cause(Words("应填“是”或“否”", "must be yes or no"), Words("改为 是 或 否", "write 是 or 否")),
    "code": Cause(Words("不在代码表中", "is not in the code list"), Words("从模板的下拉列表中选", "pick it from the template's list")),
    "digits_lost": Cause(
        Words("被表格软件写成科学记数，后面的位数已丢失", "was turned into a power of ten by a spreadsheet: its digits are lost"),
        Words("把该列设为文本格式后重新填写原号码", "format the column as text and enter the number again"),
    ),
    "digits_filled": Cause(
        Words("位数已丢失，按其他登记中唯一对应的一人补上", "had lost its digits; filled from the one person other registers know"),
        Words("核对补上的号码", "check the number that was filled in"),
        Severity.WARNING,
    ),
    "pattern": Cause(Words("位数或格式不对", "has a wrong length or form"), Words("核对位数和字母", "check length and letters")),
    "too_long": Cause(Words("太长", "is too long"), Words("缩短到一万字以内", "keep it under 10,000 characters")),
    "too_low": Cause(Words("小于允许的最小值", "is below the least allowed value"), Words("核对数值和单位", "check number and unit")),
    "too_high": Cause(Words("大于允许的最大值", "is above the greatest allowed value"), Words("核对数值和单位", "check number and unit")),
    "rounded": Cause(
        Words("小数位过多，已四舍五入", "has too many decimals and was rounded"),
        Words("金额保留两位小数", "keep two decimals for money"),
        Severity.WARNING,
    ),
    "duplicate_key": Cause(
        Words("同一关键字出现多行，内容不同", "several rows have this key and differ"),
        Words("只留正确的一行", "keep the right row only"),
    ),
    "repeated_row": Cause(
        Words("与前面的行完全相同，已略过", "equals an earlier row and was passed over"),
        Words("可以删去重复的行", "the repeated row may be deleted"),
        Severity.WARNING,
    ),
    "reference": Cause(
        Words("在被引用的登记表中找不到", "is not in the register it refers to"),
        Words("核对代码，或先导入被引用的登记表", "check the code, or load that register first"),
    ),
    "out_of_scope": Cause(
        Words("不在本次报送的范围内", "lies outside the scope of this upload"),
        Words("删去这一行，或改报送范围", "drop the row or change the scope"),
    ),
}  # fmt: skip
