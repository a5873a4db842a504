"""用工形式: kinds of employment of staff."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class PostKinds(CodeList):
    """用工形式: how a member of staff is employed."""

    label = "用工形式"
    english = "kinds of employment of staff"
    reference = "本软件所定代码；JY/T 编制类别码的对照未核"
    codes = (
        Code("permanent", "在编", ("事业编制", "编制内", "正式")),
        Code("special_post", "特岗教师", ("特岗",)),
        Code("contract", "聘用", ("合同制", "编外聘用", "临聘")),
        Code("government_bought", "政府购买服务", ("购买服务",)),
        Code("private_employed", "民办学校聘用", ("民办聘用",)),
        Code("exchange", "交流支教", ("支教", "轮岗")),
        Code("other", "其他"),
    )
