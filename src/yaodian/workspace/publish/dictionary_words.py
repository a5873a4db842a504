"""字典用语: the words by which a data dictionary says time, arrival, rhythm, type and class."""

from __future__ import annotations

from yaodian.domain.finding import Words

TIMES = {
    "state": Words("状态（从某日起到某日止）", "state (holds from a day to a day)"),
    "stock": Words("时点（某日清点）", "stock (counted on a day)"),
    "event": Words("事件（某日发生）", "event (happened on a day)"),
}
MODES = {
    "snapshot": Words("全量，范围内没有的行视为终止", "snapshot: rows of its scope that it lacks have ended"),
    "change": Words("变更，只报有变化的行", "changes: only rows that changed"),
    "event": Words("新增事件", "events"),
}
RHYTHMS = {
    "year": Words("每年", "yearly"),
    "fiscal_year": Words("每财政年度", "each fiscal year"),
    "school_year": Words("每学年", "each school year"),
    "term": Words("每学期", "each term"),
    "quarter": Words("每季度", "quarterly"),
    "two_months": Words("每两月", "every two months"),
    "month": Words("每月", "monthly"),
    "ten_days": Words("每旬", "every ten days"),
    "day": Words("每日", "daily"),
    "": Words("随时", "as it happens"),
}
TYPES = {
    "text": Words("文本", "text"),
    "code": Words("代码", "code"),
    "integer": Words("整数", "integer"),
    "decimal": Words("小数", "decimal"),
    "money": Words("金额", "money"),
    "date": Words("日期", "date"),
    "instant": Words("时刻", "instant"),
    "boolean": Words("是/否", "yes or no"),
    "period": Words("时期", "period"),
}
CLASSES = {
    "P0": Words("P0 可公开", "P0 public"),
    "P1": Words("P1 内部", "P1 for the offices"),
    "P2": Words("P2 个人情况", "P2 about a person"),
    "P3": Words("P3 可识别个人", "P3 names a person"),
    "P4": Words("P4 敏感", "P4 sensitive"),
}
