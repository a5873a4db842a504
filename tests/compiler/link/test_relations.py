"""声明的关系: a relation of the catalogue links what no words join, and nothing else."""

from __future__ import annotations

import pytest

from tests.compiler.link.small import edges, ends, linked
from yaodian.declare.declared import DeclarationError
from yaodian.declare.parameter import Parameter
from yaodian.declare.relation import Relation
from yaodian.domain.plan import EdgeKind


class Sides(Parameter):
    """两岸: groups of words of the tests."""

    label, reference = "两岸", "测试"
    value_2020_01 = (("河东",), ("河西",))


class BoatsBeforeFishing(Relation):
    """先船后渔: boats are built before fishing begins."""

    label, reference = "先船后渔", "测试"
    makes, enables = ("建成…渔船", "…船坞"), ("组织…捕捞", "…出海")
    unless = ("模型",)
    within = "sides"
    why = "{other}要有船：{made}在先。"
    examples = (("建成渔船", "组织捕捞"),)


class NoiseAgainstQuiet(Relation):
    """噪声与安静: more drums work against more quiet."""

    label, reference = "噪声与安静", "测试"
    makes, against = ("开展…锣鼓",), ("减少…噪声",)
    why = "{made}与{other}方向相反。"
    examples = (("开展锣鼓", "减少噪声"),)


def test_what_is_enabled_needs_what_is_made_and_the_sentence_names_both() -> None:
    plan = linked(("建成大型渔船。", "甲科"), ("组织冬季捕捞。", "乙科"), entries=[BoatsBeforeFishing, Sides])
    assert ends(plan, EdgeKind.NEEDS) == {("2.1", "1.1")}
    (edge,) = edges(plan, EdgeKind.NEEDS)
    assert edge.why == "举措一/2.1“组织冬季捕捞”要有船：举措一/1.1“建成大型渔船”在先。"
    assert [span.of(plan.source.text) for span in edge.spans] == ["组织冬季捕捞", "建成大型渔船"]


def test_what_is_opposed_pulls_against() -> None:
    plan = linked(("开展锣鼓表演。", "甲科"), ("减少校园噪声。", "乙科"), entries=[NoiseAgainstQuiet])
    assert ends(plan, EdgeKind.PULLS_AGAINST) == {("1.1", "2.1")}


@pytest.mark.parametrize(
    ("made", "other"),
    [
        ("建成渔船模型。", "组织捕捞。"),
        ("宣传渔船建成成果。", "组织捕捞。"),
        ("建成渔船。", "宣传捕捞。"),
        ("建成河东渔船。", "组织河西捕捞。"),
    ],
)
def test_another_verb_a_silencing_word_and_another_group_are_not_linked(made: str, other: str) -> None:
    assert not linked((made, "甲科"), (other, "乙科"), entries=[BoatsBeforeFishing, Sides]).edges


def test_a_measure_is_not_linked_with_itself() -> None:
    assert not linked(("一是建成渔船，组织捕捞。", "甲科"), entries=[BoatsBeforeFishing, Sides]).edges


def test_a_parameter_that_is_not_there_is_named() -> None:
    with pytest.raises(DeclarationError, match="sides"):
        linked(("建成渔船。", "甲科"), entries=[BoatsBeforeFishing])


def test_many_makers_and_users_meet_their_nearest_only() -> None:
    body = "".join(f"建成第{n}艘渔船。组织第{n}次捕捞。" for n in range(40))
    plan = linked((body, "甲科"), entries=[BoatsBeforeFishing, Sides])
    found = ends(plan, EdgeKind.NEEDS)
    assert 40 <= len(found) <= 80 and ("1.2", "1.1") in found


def test_traditional_writing_is_linked_and_quoted_as_written() -> None:
    plan = linked(
        ("建成大型漁船。推進學校責任單位計劃。", "甲科"),
        ("組織冬季捕撈。", "乙科"),
        entries=[BoatsBeforeFishing, Sides],
    )
    (edge,) = edges(plan, EdgeKind.NEEDS)
    assert "建成大型漁船" in edge.why


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "exactly one"),
        ({"against": ("甲",), "enables": ("乙",)}, "exactly one"),
        ({"against": ("…",)}, "no words"),
        ({"against": ("甲",), "why": "{made}在先。"}, "other"),
    ],
)
def test_a_relation_that_says_too_little_or_too_much_is_refused(given: dict[str, object], says: str) -> None:
    plain = {
        "label": "甲",
        "reference": "乙",
        "makes": ("丙",),
        "why": "{made}与{other}。",
        "examples": (("丙", "甲"),),
    }
    with pytest.raises(DeclarationError, match=says):
        type("Odd", (Relation,), plain | given)
