"""The catalogue: all declarations of a package tree, found by walking its folders."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from yaodian.declare.declared import DeclarationError, Declared

D = TypeVar("D", bound=Declared)


@dataclass(frozen=True)
class Catalogue:
    """Declarations by form and id."""

    entries: dict[type[Declared], dict[str, type[Declared]]] = field(default_factory=dict)
    files: tuple[str, ...] = ()

    @classmethod
    def walk(cls, package: str, folders: Iterable[str]) -> Catalogue:
        """Import every module of the named folders of `package`; one file declares one thing, named like the file."""
        found: dict[type[Declared], dict[str, type[Declared]]] = {}
        files: list[str] = []
        for folder in folders:
            home = importlib.import_module(f"{package}.{folder}")
            for module in _modules_of(home):
                declared = _declared_in(module)
                found.setdefault(declared.form, {})[declared.id] = declared
                files.append(module.__file__ or "")
        return cls(found, tuple(files))

    @cached_property
    def edition(self) -> str:
        """The name of exactly these declarations: the first 12 digits of the hash of their files."""
        digest = hashlib.sha256()
        for file in self.files:
            digest.update(Path(file).read_bytes())
        return digest.hexdigest()[:12]

    def of(self, form: type[D]) -> dict[str, type[D]]:
        """All declarations of one form by id, in the order of their ids."""
        return self.entries.get(form, {})  # type: ignore[return-value]


def _modules_of(home: ModuleType) -> Iterable[ModuleType]:
    for info in sorted(pkgutil.iter_modules(home.__path__), key=lambda i: i.name):
        yield importlib.import_module(f"{home.__name__}.{info.name}")


def _declared_in(module: ModuleType) -> type[Declared]:
    own = [
        c
        for c in vars(module).values()
        if isinstance(c, type) and issubclass(c, Declared) and c.__module__ == module.__name__
    ]
    name = module.__name__.rpartition(".")[2]
    if len(own) != 1 or own[0].id != name:
        raise DeclarationError(
            f"{module.__name__}: one file declares one thing named like the file, found {[c.__name__ for c in own]}"
        )
    return own[0]
