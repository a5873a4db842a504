"""跨登记校验 CrossCheck: what must be true of several registers together, as a question that finds the rows at fault."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from yaodian.declare.declared import DeclarationError, Declared
from yaodian.domain.finding import Severity, Words


class CrossCheck(Declared, form=True):
    """A check over the registers of one release.

    `reads` pairs each register with the columns that `faulty` uses. `faulty` is SQL over tables named like the
    registers, as of one day; it gives the `record_key` of each row of the register `of` that is at fault, once. Columns
    of the vault are seen as blind indexes: they are equal or not, and say nothing else. `:on` is the day; `parameters`
    names those that stand in `faulty` as `:name`. `words` is what the reader is told, `hint` how to repair it. `shows`
    are open columns of `of` that tell the reader which rows are meant.
    """

    english: ClassVar[str]
    of: ClassVar[str]
    reads: ClassVar[Sequence[tuple[str, Sequence[str]]]]
    faulty: ClassVar[str]
    parameters: ClassVar[Sequence[str]] = ()
    words: ClassVar[Words]
    hint: ClassVar[Words]
    severity: ClassVar[Severity] = Severity.ERROR
    shows: ClassVar[Sequence[str]]

    needed = ("label", "reference", "english", "of", "reads", "faulty", "words", "hint", "shows")

    def __init_subclass__(cls, form: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(form=form, **kwargs)
        if form:
            return
        if cls.of not in dict(cls.reads):
            raise DeclarationError(f"{cls.__name__}: of names {cls.of}, which reads does not")
        unused = [name for name in cls.parameters if f":{name}" not in cls.faulty]
        if unused:
            raise DeclarationError(f"{cls.__name__}: faulty does not use the parameter {', '.join(unused)}")
