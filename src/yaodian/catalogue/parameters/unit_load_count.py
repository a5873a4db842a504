"""科室承办数量: from how many counted things of one kind a unit's year is called a heavy load."""

from yaodian.declare.parameter import Parameter
from yaodian.domain.unit_of_measure import ITEM


class UnitLoadCount(Parameter):
    """科室承办数量: promises of one kind that add up to this many things under one unit are linked as one load.

    A default of this software, not a rule of any office; a bureau sets its own in its folder.
    """

    label = "一个科室承办同类事项的数量线"
    reference = "本软件默认值，可由各局在参数文件中另定"
    unit = ITEM
    value_2010_01 = 50
