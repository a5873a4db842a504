"""乡镇（街道）: the places below the counties."""

from yaodian.declare.code_list import CodeList
from yaodian.domain.place import TOWN


class Towns(CodeList):
    """乡镇（街道）: the towns and streets of a bureau's counties; where a bureau lists none, any code stands."""

    label = "乡镇（街道）"
    english = "towns and streets"
    standard = "统计用区划代码"
    reference = "国家统计局统计用区划代码（九位）；由本局 places.yaml 给出"
    level = TOWN
