"""用房类别: uses of rooms."""

from yaodian.declare.code_list import CodeList
from yaodian.declare.column import Code


class BuildingUses(CodeList):
    """用房类别: what a room of a school is for."""

    label = "用房类别"
    english = "uses of rooms"
    reference = "本软件所定代码；类别取自教育事业统计校舍表"
    codes = (
        Code("classroom", "普通教室", ("教室",)),
        Code("special_room", "专用教室", ("功能室",)),
        Code("music_room", "音乐教室", ("音乐室",)),
        Code("art_room", "美术教室", ("美术室",)),
        Code("laboratory", "实验室", ("理化生实验室",)),
        Code("computer_room", "计算机教室", ("微机室",)),
        Code("library", "图书室", ("图书馆", "阅览室")),
        Code("indoor_sports", "室内体育用房", ("风雨操场", "体育馆")),
        Code("administration", "行政办公用房", ("办公用房", "办公室")),
        Code("dormitory", "学生宿舍", ("宿舍",)),
        Code("canteen", "食堂", ("学生食堂",)),
        Code("toilet", "厕所"),
        Code("teacher_housing", "教师周转宿舍", ("教师宿舍", "周转房")),
        Code("activity_room", "幼儿活动室", ("活动室",)),
        Code("other", "其他用房", ("其他",)),
    )
