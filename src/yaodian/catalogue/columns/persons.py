"""个人字段: what names, locates or describes a person. Names, numbers, addresses, phones and accounts lie in the vault."""

from yaodian.declare.column import CODE, DATE, TEXT, Column, Privacy
from yaodian.declare.register import Reference
from yaodian.domain.access import Purpose

P2, P3, P4 = Privacy.P2, Privacy.P3, Privacy.P4

NAME = Column(
    name="name",
    type=TEXT,
    label="姓名",
    element="XM",
    also=("学生姓名",),
    required=True,
    privacy=P3,
    vault=True,
    example="张某某",
)
ID_KIND = Column(
    name="id_kind_code",
    type=CODE,
    label="证件类型",
    meaning="kind of the identity document; a resident's ID card where empty",
    note="身份证件的种类；留空按居民身份证",
    element="SFZJLXM",
    also=("身份证件类型",),
    codes="id_kinds",
    privacy=P2,
    example="1",
)
ID_NO = Column(
    name="id_no",
    type=TEXT,
    label="身份证件号",
    meaning="of a resident's ID card 18 characters (GB 11643; old ones 15); regions that no longer exist are valid",
    note="居民身份证18位（旧证15位）；已撤销行政区划的证号有效",
    element="SFZJH",
    also=("身份证号", "身份证号码", "身份证件号码", "证件号码", "公民身份号码"),
    privacy=P4,
    vault=True,
    example="520302201408310013",
    known_by=("name", "birth_on", "school_code", "student_no"),
)
SEX = Column(
    name="sex_code",
    type=CODE,
    label="性别",
    element="XBM",
    codes="sexes",
    privacy=P2,
    example="1",
)
BIRTH = Column(
    name="birth_on",
    type=DATE,
    label="出生日期",
    element="CSRQ",
    also=("出生年月日", "出生年月"),
    privacy=P2,
    example="2014-08-31",
)
ETHNIC = Column(
    name="ethnic_code",
    type=CODE,
    label="民族",
    meaning="for statistics of ethnic education only",
    note="只用于民族教育统计",
    element="MZM",
    codes="ethnic_groups",
    privacy=P2,
    purposes=(Purpose.STATISTICS,),
    example="01",
)
ADDRESS = Column(
    name="address",
    type=TEXT,
    label="现住址",
    element="XZZ",
    also=("家庭地址", "家庭住址", "住址"),
    privacy=P3,
    vault=True,
    example="某路1号",
)
PHONE = Column(
    name="phone",
    type=TEXT,
    label="联系电话",
    also=("电话", "手机号码", "联系方式"),
    privacy=P3,
    vault=True,
    example="13800000000",
)
BANK_ACCOUNT = Column(
    name="bank_account_no",
    type=TEXT,
    label="银行账号",
    also=("银行卡号", "账号", "资助卡卡号"),
    privacy=P4,
    vault=True,
    example="6200000000000000000",
)
STUDENT_NO = Column(
    name="student_no",
    type=TEXT,
    label="学籍号",
    meaning="G and the ID number, J and a generated number, or L and a temporary one: 19 characters",
    note="G加身份证号；没有身份证的为J加系统生成号；L为临时学籍号；共19位",
    element="XJH",
    also=("全国学籍号", "学籍号（全国）", "学籍编号"),
    required=True,
    pattern=r"[GJL][0-9A-Z]{18}",
    privacy=P4,
    vault=True,
    example="G520302201408310013",
)
STAFF_NO = Column(
    name="staff_no",
    type=TEXT,
    label="教职工编号",
    meaning="the number by which the teachers' information system knows a member of staff",
    note="教师信息系统中的人员编号",
    element="GH",
    also=("工号", "教师编号", "职工号"),
    required=True,
    privacy=P3,
    vault=True,
    example="52030200001",
)

OF_STUDENT = Reference(("student_no",), "students")
OF_TEACHER = Reference(("staff_no",), "teachers")
