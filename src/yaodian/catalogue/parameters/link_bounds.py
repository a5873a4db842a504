"""关联界限: from which weight of evidence two rows are taken for one person, and from which people are asked."""

from collections.abc import Mapping
from typing import ClassVar

from yaodian.declare.parameter import Parameter


class LinkBounds(Parameter):
    """关联界限: in bits of evidence (log2 of the odds): `accept` without asking, `ask` people from here on, `margin` by
    which a pair must be better than its rivals."""

    label = "关联界限"
    reference = "本软件所定：在一座演示城市上选定，用另外的种子和另一种差错配比检验（见 docs/explanation/persons.md）"
    value_2010_01: ClassVar[Mapping[str, float]] = {"accept": 8.0, "ask": 2.0, "margin": 3.0}
