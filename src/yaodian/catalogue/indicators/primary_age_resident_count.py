"""小学学龄常住人数: residents of primary age."""

from yaodian.catalogue.columns.conditions import SCHOOL_AGE
from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON


class PrimaryAgeResidentCount(Indicator):
    """小学学龄常住人数: children on the list of residents of age who are of primary age on 31 August and neither moved out nor died."""

    label = "小学学龄常住人数"
    english = "residents of primary age"
    words = "适龄人口名册中8月31日满6至11岁、未迁出未死亡的人数"
    reference = "适龄儿童台账（表式未核）；口径为本软件所定"
    unit, grain, better = PERSON, (COUNTY, DAY), NONE
    over, taken = "residents", LAST_DAY
    disaggregations = ("sex_code", "registered_code")
    where_2018_01 = (
        "(moved_out_on IS NULL OR moved_out_on > :last_day) AND"
        f" (died_on IS NULL OR died_on > :last_day) AND ({SCHOOL_AGE}) IN (:primary_ages)"
    )
    value_2018_01 = "count(*)"
