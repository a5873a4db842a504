"""高中阶段学龄人口数: young people of senior age."""

from yaodian.declare.indicator import LAST_DAY, NONE, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import COUNTY
from yaodian.domain.unit_of_measure import PERSON


class SeniorAgeCount(Indicator):
    """高中阶段学龄人口数: residents of senior-secondary age by the latest count stated to the bureau."""

    label = "高中阶段学龄人口数"
    english = "young people of senior age"
    words = "常住人口中15至17岁人数"
    reference = "人口数依统计或公安部门函件；年龄段为官方学龄，口径为本软件所定"
    unit, grain, better = PERSON, (COUNTY, DAY), NONE
    over, taken = "population_counts", LAST_DAY
    disaggregations = ("sex_code", "age")
    where_2018_01 = "kind_code = 'resident' AND place_code <> :city AND age IN (:senior_ages)"
    value_2018_01 = "sum(person_count)"
