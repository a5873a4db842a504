"""一般公共预算教育支出只增不减: the yearly rise of general public budget spending on education."""

from yaodian.declare.answer import Answer
from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import FISCAL_YEAR
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import YUAN


class GeneralBudgetEducationRiseYuan(Indicator):
    """一般公共预算教育支出只增不减: this year's spending on education less last year's; the first of the two that may not fall."""

    label = "一般公共预算教育支出比上年增加额"
    english = "rise of general public budget spending on education"
    words = "本年一般公共预算教育支出 − 上年一般公共预算教育支出（只增不减要求不小于0）"
    reference = "国办发〔2018〕82号“两个只增不减”（原文未核）"
    unit, grain, better = YUAN, (COUNTY, FISCAL_YEAR), UP
    of, derived = "general_budget_education_yuan", Derivation(How.CHANGE, back=FISCAL_YEAR)
    threshold = "spending_rise_minimum"
    minimum_cell = None
    answers = (
        Answer(
            "一般公共预算教育支出[^,，。;；]{0,6}只增不减|两个只增不减",
            examples=("确保一般公共预算教育支出逐年只增不减", "落实两个只增不减"),
            not_for=("确保生均教育支出只增不减",),
        ),
    )
