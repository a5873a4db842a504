"""Generated texts: plans of any length, fragments as plans hold them, and copies of the corpus with damage done to them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

CORPUS = tuple(
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent.parent / "cases" / "plans").glob("*.txt"))
)
FRAGMENTS = tuple(
    "一、 二、 十二、 （一） (二) 1. 2、 １． （1） ① ② 一是 二是 三是 第三部分 任务3： 。 ； ， 、 ： : . , \n \n\n \r\t 　 - 3 - 第4页共9页 | || "
    '（责任科室： （责任单位：安全科、项目科） [责任领导：祝云溪；责任科室：安全科] 〔安全科〕 （ ） 【 】 《 》 〈 “ ” 「 」 " '
    "〔牵头单位：安全科；配合单位：项目科；完成时限：6月底前〕 "
    "责任单位：后勤科 牵头单位： 完成时间：2023年6月底前 由安全科牵头 ，会同交通局 各县（市、区）教育局 安全科 祝云溪 序号 工作任务 责任科室 完成时限 备注 "
    "新建幼儿园 3所 4.2万个 1:200 1‰ 80% 85％以上 不少于60人 百分之八十 八成五 三分之二 二十五所 3－5个 45人、50人以内 由82.3%提高到86% 亿 万 “5+2” 2.0 第七届 "
    "2023 年 13月 99月 0月 2月30日前 次年1月31日前 每季度末 秋季开学前 每学期开学后1个月内 年底前 "
    "《青禾县劳动清单》 印发 落实 创建书香校园 建成智慧教育云平台 开展专项整治行动 "
    "實施 責任單位 發展 發布时间：2023-13-45 青禾县2023年教育工作要点 首页 > 版权所有 "
    "\x00 \ufeff \ud800 \U0001f600 é ﷽".split(" ")
)


def plan_text(characters: int) -> str:
    """A plan of at least so many characters: sections, tasks numbered on, owners, enumerations, numbers and deadlines."""
    parts = ["青禾县2023年教育工作要点\n"]
    size, task = 0, 0
    while size < characters:
        task += 1
        if task % 25 == 1:
            parts.append(f"{'一二三四五六七八九'[task // 25 % 9]}、打牢第{task // 25 + 1}道底线\n")
        part = (
            f"{task % 999 + 1}.抓好{task}号片区校车安全。一是逐车检查行车记录，新建候车亭{task % 60 + 2}个；二是落实"
            f"《青禾县校车管理办法》，照管员持证率达到{task % 40 + 60}%以上；三是{task % 12 + 1}月底前完成验收，通报结果。"
            f"（牵头单位：安全科；配合单位：项目科、各县（市、区）教育局）\n"
        )
        parts.append(part)
        size += len(part)
    return "".join(parts)


@st.composite
def damaged_plans(draw: st.DrawFn) -> str:
    """A plan of the corpus with slices deleted, doubled or swapped, or with its closing marks dropped."""
    text = draw(st.sampled_from(CORPUS))
    for _ in range(draw(st.integers(1, 4))):
        a, b, c, d = sorted(draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
        harm = draw(st.sampled_from(("delete", "double", "swap", "unclose", "squeeze")))
        if harm == "delete":
            text = text[:b] + text[c:]
        elif harm == "double":
            text = text[:d] + text[c:]
        elif harm == "swap":
            text = text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]
        elif harm == "unclose":
            closers = str.maketrans("", "", draw(st.sampled_from(("》）〕]”」)", "）)", "》", "”", "。；;"))))
            text = text[:a] + text[a:d].translate(closers) + text[d:]
        else:
            text = text[:a] + text[a:d].replace("\n", "") + text[d:]
    return text


def any_texts() -> st.SearchStrategy[str]:
    fragments = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=3), max_size=60).map("".join)
    runs = st.builds(str.__mul__, st.sampled_from(FRAGMENTS), st.integers(2, 40))
    return st.one_of(st.text(max_size=400), fragments, st.lists(runs, max_size=3).map("".join), damaged_plans())
