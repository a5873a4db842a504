"""资源配置: places, posts or money are given out by published rules."""

from yaodian.declare.kind import Actor, Evidence, Kind, Need, Step
from yaodian.domain.finding import Words


class Allocation(Kind):
    """资源配置: places, posts or money are given out by published rules."""

    label = "资源配置"
    english = "allocation"
    meaning = Words(
        "学位、岗位或资金按事先公布的规则分配；公示、受理申诉后确认。",
        "places, posts or money are given out by published rules.",
    )
    reference = "design: the twelve kinds of work"
    rank = 9
    cues = (
        "招生",
        "划片",
        "分班",
        "调配",
        "引进",
        "招录",
        "招聘",
        "分配",
        "下拨",
        "拨付",
        "选派",
        "统筹配置",
        "新聘",
        "招募",
        "配备",
        "补充",
        "做好…招生",
        "执行落实…招生",
        "实施…特岗",
        "完成…考录",
        "加大…引进",
        "加大…投入",
        "推进…招生",
        "落实…招生",
        "督促…经费",
        "落实…法定增长",
        "加快…执行进度",
        "争取…资金",
        "争取…资源",
        "倾斜",
        "优化…配置",
        "…划片招生",
        "…整班交接",
        "…引进力度",
        "…指标向",
        "…经费法定增长",
        "…资金执行",
        "…闲置教育资源",
        "…交流轮岗",
        "…招生入学",
        "…下拨",
    )
    needs = (
        Need.DEADLINE,
        Need.COUNT,
    )
    case = "round"
    case_label = Words("一轮分配", "a round")
    measured_by = Words("安置数 ÷ 符合条件数；超出容量数为零", "placed ÷ eligible; seats over capacity = 0")
    steps_2020_01 = (
        Step("published", by=Actor.LEAD, label="公布规则", evidence=Evidence.OFFICIAL_DOCUMENT),
        Step("applied", by=Actor.SCHOOL, label="受理申请", evidence=Evidence.LIST),
        Step("frozen", by=Actor.LEAD, label="冻结名单", evidence=Evidence.LIST),
        Step("allocated", by=Actor.ENGINE, label="分配", evidence=Evidence.CERTIFICATE),
        Step("publicised", by=Actor.LEAD, label="公示", evidence=Evidence.LIST, days=5),
        Step("appealed", by=Actor.VERIFIER, label="复核申诉", evidence=Evidence.MINUTES),
        Step("confirmed", by=Actor.LEAD, label="确认", evidence=Evidence.OFFICIAL_DOCUMENT, closes=True),
    )
