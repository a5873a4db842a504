"""模拟个案名: what the invented cases are called, by what a case of their kind is; each names its invented school."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

TITLES: Mapping[str, Sequence[str]] = {
    "round": ("秋季起始年级学位分配", "进城务工子女学位统筹", "班主任调配", "教室和宿舍调整"),
    "person": ("一名学生的关爱服务", "一名学生的资助落实", "一名学生的送教上门", "一名学生的返校劝导"),
    "session": ("国旗下讲话", "主题班会", "校园广播专栏", "家长会宣讲", "手抄报展"),
    "candidate": ("申报材料", "创建申报", "参评申报"),
    "event": ("校内培训", "教学开放日", "联合教研", "技能比武", "安全演练"),
    "visit": ("随堂督导", "实地走访", "专项评估", "作业检查"),
    "document": ("实施方案", "管理办法", "工作细则", "责任清单"),
    "project": ("厕所改造", "录播教室建设", "食堂扩建", "围墙修缮", "运动场翻新"),
    "problem": (
        "食堂排烟管道未按期清洗", "疏散指示灯损坏", "实验室药品未分柜存放", "围墙局部开裂", "校门口减速带破损", "消防水带老化",
        "饮用水检测报告过期", "楼梯扶手松动",
    ),
    "reform": ("课后服务试点", "集团化办学试点", "作业设计试点"),
}  # fmt: skip


def case_title(case: str, school: str, chance: random.Random) -> str:
    """What happens at a school: 演示第8小学：围墙局部开裂."""
    return f"{school}：{chance.choice(TITLES.get(case, ('个案',)))}"
