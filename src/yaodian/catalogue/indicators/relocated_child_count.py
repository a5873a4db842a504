"""搬迁户适龄儿童数: children of relocated households."""

from yaodian.catalogue.columns.conditions import SCHOOL_AGE
from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON


class RelocatedChildCount(Indicator):
    """搬迁户适龄儿童数: children of compulsory age on the lists of relocated households."""

    label = "搬迁户适龄儿童数"
    english = "children of relocated households"
    words = "易地扶贫搬迁花名册中义务教育适龄人数"
    reference = "易地扶贫搬迁安置点教育保障工作要求（原文未核）；口径为本软件所定"
    unit, grain, better = PERSON, (COUNTY, DAY), NONE
    over, taken = "relocated_persons", LAST_DAY
    disaggregations = ("site_name", "sex_code")
    minimum_cell = "minimum_cell_sensitive"
    where_2018_01 = f"({SCHOOL_AGE}) IN (:compulsory_ages)"
    value_2018_01 = "count(*)"
