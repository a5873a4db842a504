"""图书册数: books."""

from yaodian.catalogue.columns.conditions import BALANCED, SMALL_POINTS
from yaodian.declare.indicator import LAST_DAY, UP, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import VOLUME


class BookCount(Indicator):
    """图书册数: printed books in school libraries.

    Ordinary primary and junior schools, private ones among them; slice by owner for the scheme of 2012.
    """

    label = "图书册数"
    english = "books"
    words = "图书册数（不含数字图书）"
    reference = "《县域义务教育均衡发展督导评估暂行办法》（教督〔2012〕3号；转述，原文未核）"
    unit, grain, better = VOLUME, (SCHOOL, DAY), UP
    over, taken = "book_holdings schools", LAST_DAY
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    minimum_cell = None
    leaves_out = SMALL_POINTS
    where_2018_01 = BALANCED
    value_2018_01 = "sum(volumes)"
