from tests.web.conftest import bureau, own_files, plan_file

__all__ = ["bureau", "own_files", "plan_file"]
