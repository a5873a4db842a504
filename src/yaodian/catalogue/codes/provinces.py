"""省级行政区: the provinces by the six digits of GB/T 2260."""

from datetime import date

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code

_WRITTEN = """110000 北京市 120000 天津市 130000 河北省 140000 山西省 150000 内蒙古自治区 210000 辽宁省 220000 吉林省
230000 黑龙江省 310000 上海市 320000 江苏省 330000 浙江省 340000 安徽省 350000 福建省 360000 江西省 370000 山东省
410000 河南省 420000 湖北省 430000 湖南省 440000 广东省 450000 广西壮族自治区 460000 海南省 500000 重庆市 510000 四川省
520000 贵州省 530000 云南省 540000 西藏自治区 610000 陕西省 620000 甘肃省 630000 青海省 640000 宁夏回族自治区
650000 新疆维吾尔自治区 710000 台湾省 810000 香港特别行政区 820000 澳门特别行政区""".split()
_SHORT = {"150000": "内蒙古", "450000": "广西", "540000": "西藏", "640000": "宁夏", "650000": "新疆"}
_SINCE = {"460000": date(1988, 4, 13), "500000": date(1997, 3, 14)}


def _code(code: str, name: str) -> Code:
    short = _SHORT.get(code) or name.removesuffix("特别行政区").rstrip("省市")
    return Code(code, name, (short,), _SINCE.get(code))


class Provinces(CodeList):
    """省级行政区: the provinces, autonomous regions, municipalities and special regions, by name or short name."""

    label = "省级行政区"
    english = "provinces"
    standard = "GB/T 2260"
    reference = "GB/T 2260 中华人民共和国行政区划代码；海南、重庆的设立日期取全国人大决定日（未核）"
    codes = tuple(_code(code, name) for code, name in zip(_WRITTEN[::2], _WRITTEN[1::2], strict=True))
