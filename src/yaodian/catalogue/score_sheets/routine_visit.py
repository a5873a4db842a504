"""常规督导评分表: what an inspector looks at on a routine visit to a school."""

from yaodian.declare.score_sheet import ScoreItem, ScoreSheet
from yaodian.domain.finding import Words


class RoutineVisit(ScoreSheet):
    """常规督导评分表: six things that can be seen in half a day at a school, none of them about a person.

    A default of this software; a bureau's own list goes in its place.
    """

    label = "常规督导评分表"
    english = "routine visit"
    reference = "本软件默认的示例表，不是任何机关的评分标准"
    kind = "inspection"
    drawn_at = "sampled"
    share = "inspection_sample_share"
    step = "scored"
    findings = "rectification"
    finding_days = 15
    facts = ("pupil_count", "class_count")
    items_2020_01 = (
        ScoreItem("gate", Words("校门值守和车辆分流", "the gate is manned, cars and pupils are apart"), 5),
        ScoreItem(
            "fire", Words("消防通道畅通，器材在有效期内", "fire exits are free, equipment is in date"), 5, photo=True
        ),
        ScoreItem("canteen", Words("食堂索证、留样齐全", "canteen: certificates and samples are kept"), 5, photo=True),
        ScoreItem(
            "timetable", Words("按课程方案排课，体育课开足", "lessons as prescribed, physical education in full"), 5
        ),
        ScoreItem("homework", Words("作业总量有公示、有统筹", "homework is co-ordinated and its amount published"), 5),
        ScoreItem("charges", Words("收费项目公示，与目录一致", "charges are published and match the list"), 5),
    )
