"""计入: so many of a thing count towards all, a share or a larger number of it."""

from __future__ import annotations

from tests.compiler.link.small import edges, ends, linked
from yaodian.domain.plan import EdgeKind

COUNTS = EdgeKind.COUNTS_TOWARDS


def test_schools_named_count_towards_full_coverage() -> None:
    plan = linked(("推进校园竹笛全覆盖。创建全国校园竹笛特色学校7所。创建节水型学校9所。", "甲科"))
    assert ends(plan, COUNTS) == {("1.2", "1.1")}
    (edge,) = edges(plan, COUNTS)
    assert "校园竹笛" in edge.why and len(edge.spans) == 2


def test_a_part_counts_towards_a_larger_number_of_the_same_thing() -> None:
    plan = linked(("创建竹编示范学校5所。", "甲科"), ("竹编示范学校达到30所。", "乙科"))
    assert ends(plan, COUNTS) == {("1.1", "2.1")}


def test_titles_that_only_sound_alike_do_not_add_up() -> None:
    plan = linked(("创建阳光体育示范学校15所。创建劳动教育示范学校84所。", "甲科"))
    assert ends(plan, COUNTS) == set()


def test_a_base_for_training_is_no_share_of_the_training() -> None:
    plan = linked(("教师培训覆盖率100%。", "甲科"), ("建设双师型教师培训基地4个。", "乙科"))
    assert ends(plan, COUNTS) == set()
