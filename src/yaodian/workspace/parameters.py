"""参数文件: a bureau's dated parameters read into the same form as the catalogue's."""

from __future__ import annotations

from pathlib import Path

from yaodian.declare.declared import DeclarationError
from yaodian.declare.parameter import Parameter, parameter_of
from yaodian.domain.finding import Words
from yaodian.workspace.written import Written


def read_parameters(path: Path) -> dict[str, type[Parameter]]:
    """The parameters of one file by id; raises Refusal with file, line and repair."""
    written = Written.read(path)
    found: dict[str, type[Parameter]] = {}
    for id, given in written.mapping(written.data).items():  # noqa: A001 - the word of the house
        try:
            found[str(id)] = parameter_of(str(id), written.mapping(given, id))
        except DeclarationError as fault:
            raise written.refusal(Words(f"参数“{id}”写法有误（{fault}），请照此改正", f"{fault}"), id) from fault
    return found


def bureau_parameters(folder: Path) -> dict[str, type[Parameter]]:
    """All parameters of a bureau's folder by id; raises Refusal where one id stands in two files."""
    found: dict[str, type[Parameter]] = {}
    for path in sorted((folder / "parameters").glob("*.yaml")):
        for id, parameter in read_parameters(path).items():  # noqa: A001
            if id in found:
                raise Written.read(path).refusal(
                    Words(f"参数“{id}”在两个文件里都有，请只留一处", f"the parameter {id!r} stands in two files"), id
                )
            found[id] = parameter
    return found
