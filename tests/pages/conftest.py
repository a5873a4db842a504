"""The pages are tested on the invented bureau of the web layer's tests."""

from tests.web.conftest import bureau, own_files, plan_file

__all__ = ["bureau", "own_files", "plan_file"]
