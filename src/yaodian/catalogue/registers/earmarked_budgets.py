"""专项资金下达: earmarked funds allotted."""

from yaodian.catalogue.columns.orders import not_before
from yaodian.declare.column import BOOLEAN, CODE, DATE, MONEY, PERIOD, TEXT, Column, Privacy
from yaodian.declare.register import EVENT, EVENTS, Reference, Register
from yaodian.domain.period import MONTH
from yaodian.domain.unit_of_measure import WAN_YUAN, YUAN


class EarmarkedBudgets(Register):
    """专项资金下达: an allotment of earmarked funds: which fund, from which level, to whom, how much, by which document."""

    label = "专项资金下达"
    words = "一笔专项资金的下达：哪项资金、哪级、给谁、多少、依据什么文件。"
    english = "earmarked funds allotted"
    reference = "专项资金下达文件；每行写明文号"
    office = "计财科"
    every = MONTH
    time, dated_by, arrives = EVENT, "allotted_on", EVENTS
    key = ("fund_code", "allotted_no", "receiver_code")
    columns = (
        Column(
            name="fund_code",
            type=TEXT,
            label="资金代码",
            also=("专项代码",),
            privacy=Privacy.P0,
            required=True,
            example="YZ-2020-01",
        ),
        Column(
            name="fund_name",
            type=TEXT,
            label="资金名称",
            also=("专项名称",),
            privacy=Privacy.P0,
            required=True,
            example="市级教育专项资金",
        ),
        Column(
            name="allotted_no",
            type=TEXT,
            label="下达批次",
            also=("下达文号",),
            privacy=Privacy.P0,
            required=True,
            example="某财教〔2020〕15号",
        ),
        Column(
            name="allotted_on", type=DATE, label="下达日期", privacy=Privacy.P0, required=True, example="2020-03-20"
        ),
        Column(name="budget_year", type=PERIOD, label="预算年度", privacy=Privacy.P0, required=True, example="2020F"),
        Column(
            name="fund_level_code",
            type=CODE,
            label="资金级次",
            codes="fund_levels",
            privacy=Privacy.P0,
            required=True,
            example="city",
        ),
        Column(
            name="receiver_code",
            type=TEXT,
            label="接收单位代码",
            also=("接收单位",),
            privacy=Privacy.P0,
            required=True,
            refers_to="units.unit_code",
            example="520302",
        ),
        Column(
            name="amount_yuan",
            type=MONEY,
            label="下达金额",
            also=("预算金额",),
            unit=YUAN,
            written_in=WAN_YUAN,
            privacy=Privacy.P0,
            required=True,
            example="320",
        ),
        Column(
            name="carried_over_yuan",
            type=MONEY,
            label="上年结转",
            also=("结转金额",),
            unit=YUAN,
            written_in=WAN_YUAN,
            low=0,
            privacy=Privacy.P0,
            example="0",
        ),
        Column(name="use", type=TEXT, label="用途", also=("支出方向",), privacy=Privacy.P0, example="薄弱环节改善"),
        Column(
            name="is_building",
            type=BOOLEAN,
            label="是否项目资金",
            also=("是否基建项目资金",),
            privacy=Privacy.P0,
            example="是",
        ),
        Column(
            name="due_on",
            type=DATE,
            label="应支出截止日",
            also=("执行截止日期",),
            privacy=Privacy.P0,
            example="2020-12-31",
        ),
    )
    references = (Reference(("receiver_code",), "units", ("unit_code",)),)
    checks = (not_before(("due_on", "应支出截止日"), ("allotted_on", "下达日期")),)
