"""学生登记: an invented register with a column of every type, so that no test of imports leans on the real ones."""

from datetime import date

from yaodian.declare.column import (
    BOOLEAN,
    CODE,
    DATE,
    DECIMAL,
    INSTANT,
    INTEGER,
    MONEY,
    PERIOD,
    TEXT,
    Code,
    Column,
    Privacy,
)
from yaodian.declare.register import STATE, Check, Reference, Register, snapshot
from yaodian.domain.finding import Severity, Words
from yaodian.domain.place import COUNTY, SCHOOL
from yaodian.domain.unit_of_measure import KILOGRAM, RATIO, WAN_YUAN, YUAN

SEX = (Code("1", "男", ("男性",)), Code("2", "女", ("女性",)))
P2, P3, P4 = Privacy.P2, Privacy.P3, Privacy.P4


class Pupils(Register):
    """学生登记: one pupil of one school."""

    label, reference, office, english = "学生登记", "测试用", "测试科", "pupils"
    time, arrives, about_persons = STATE, snapshot("school_code"), True
    places = ((COUNTY, "county_code"), (SCHOOL, "school_code"))
    key = ("student_no",)
    columns = (
        Column(name="student_no", type=TEXT, label="学籍号", element="XJH", required=True, privacy=P3, vault=True,
               pattern="[GJL][0-9A-Z]{18}", example="G520302201408310013"),
        Column(name="name", type=TEXT, label="姓名", element="XM", also=("学生姓名",), required=True, privacy=P3,
               vault=True, example="张三"),
        Column(name="id_no", type=TEXT, label="身份证件号", element="SFZJH", also=("身份证号",), privacy=P4, vault=True,
               pattern=r"\d{17}[\dX]", example="520302201408310013"),
        Column(name="sex_code", type=CODE, label="性别", element="XBM", codes=SEX, required=True, privacy=P2,
               example="男"),
        Column(name="birth_on", type=DATE, label="出生日期", element="CSRQ", required=True, privacy=P2,
               example="2014-08-31"),
        Column(name="county_code", type=TEXT, label="县（市、区）", pattern=r"\d{6}", example="520302"),
        Column(name="school_code", type=TEXT, label="学校标识码", element="XXDM", also=("学校代码", "学校"), required=True,
               pattern=r"\d{10}", example="2152000001"),
        Column(name="grade", type=INTEGER, label="年级", element="NJ", required=True, low=1, high=12, example="1"),
        Column(name="class_no", type=TEXT, label="班号", element="BH", example="01"),
        Column(name="is_boarder", type=BOOLEAN, label="是否寄宿", required=True, example="否"),
        Column(name="school_year", type=PERIOD, label="学年", example="2019S"),
        Column(name="weight_kg", type=DECIMAL, label="体重", unit=KILOGRAM, low=0, high=300, privacy=P2, example="30.5"),
        Column(name="present_share", type=DECIMAL, label="出勤率", unit=RATIO, low=0, high=1, privacy=P2, example="98%"),
        Column(name="aid_yuan", type=MONEY, label="资助金额", unit=YUAN, written_in=WAN_YUAN, low=0, privacy=P2,
               example="0.125"),
        Column(name="entered_at", type=INSTANT, label="录入时间", example="2020-09-01 08:30"),
        Column(name="note", type=TEXT, label="说明", example="无"),
    )  # fmt: skip
    references = (Reference(("school_code",), "campuses"),)
    checks = (
        Check("old_enough", "date_diff('year', birth_on, DATE '2020-09-01') >= 3",
              Words("年龄不足3岁", "younger than three"), Words("核对出生日期", "check the birthday")),
        Check("aid_is_plausible", "aid_yuan <= 100000", Words("资助金额超过10万元", "aid above 100,000 yuan"),
              Words("核对金额单位", "check the unit"), Severity.WARNING),
        Check("only_later", "grade < 0", Words("以后才查", "checked later only"), Words("无", "none"),
              since=date(2030, 1, 1)),
    )  # fmt: skip
