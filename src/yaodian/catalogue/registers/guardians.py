"""监护人: guardians."""

from dataclasses import replace

from yaodian.catalogue.columns.persons import ADDRESS, ID_KIND, ID_NO, NAME, OF_STUDENT, PHONE, STUDENT_NO
from yaodian.declare.column import BOOLEAN, CODE, INTEGER, TEXT, Column, Privacy
from yaodian.declare.register import CHANGES, STATE, Register
from yaodian.domain.period import SCHOOL_YEAR


class Guardians(Register):
    """监护人: who is responsible for a pupil, and whether that person is away for work."""

    label = "监护人"
    words = "学生的监护人及其是否外出务工。"
    english = "guardians"
    standard = "JY/T 1004 学生家庭成员"
    reference = "《中小学生学籍管理办法》附学生基本信息表家庭成员部分（原文未核）"
    office = "基教科"
    every = SCHOOL_YEAR
    time, arrives = STATE, CHANGES
    about_persons = True
    key = ("student_no", "guardian_no")
    columns = (
        replace(STUDENT_NO, refers_to="students.student_no"),
        Column(
            name="guardian_no",
            type=INTEGER,
            label="监护人序号",
            also=("序号",),
            privacy=Privacy.P2,
            low=1,
            high=9,
            required=True,
            example="1",
        ),
        replace(NAME, label="监护人姓名", also=("家长姓名", "成员1姓名"), element="JHRXM"),
        Column(
            name="relation_code",
            type=CODE,
            label="监护人关系",
            also=("与学生关系", "关系"),
            codes="guardian_relations",
            element="JHRGX",
            privacy=Privacy.P2,
            required=True,
            example="mother",
        ),
        ID_KIND,
        replace(ID_NO, label="监护人身份证件号", also=("监护人身份证号",), example="520381197903150025"),
        replace(PHONE, label="监护人联系电话", also=("家长电话",), element="JHRLXDH"),
        ADDRESS,
        Column(name="is_guardian", type=BOOLEAN, label="是否监护人", privacy=Privacy.P2, required=True, example="是"),
        Column(
            name="is_away_for_work",
            type=BOOLEAN,
            label="是否外出务工",
            also=("外出务工",),
            privacy=Privacy.P2,
            example="否",
        ),
        Column(
            name="workplace_code",
            type=TEXT,
            label="务工地行政区划码",
            also=("务工地",),
            privacy=Privacy.P2,
            pattern=r"\d{6}",
            example="440300",
        ),
    )
    references = (OF_STUDENT,)
