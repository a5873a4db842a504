"""演示城市: a city at true scale, drawn from a seed and written as the raw files that a bureau holds. All of it is invented."""

from __future__ import annotations

import shutil
from pathlib import Path

from yaodian.domain.finding import Refusal, Words
from yaodian.workspace.city.admission import write_admission
from yaodian.workspace.city.aid import Aid, entitlements, write_aid
from yaodian.workspace.city.attendance import write_attendance
from yaodian.workspace.city.campus import write_campus, write_classes
from yaodian.workspace.city.care import write_care
from yaodian.workspace.city.documents import write_documents
from yaodian.workspace.city.drawn import City, drawn
from yaodian.workspace.city.estates import write_estates
from yaodian.workspace.city.exams import write_exams
from yaodian.workspace.city.external import write_external
from yaodian.workspace.city.facilities import write_facilities
from yaodian.workspace.city.finance import write_finance
from yaodian.workspace.city.funds import write_funds
from yaodian.workspace.city.health import write_health
from yaodian.workspace.city.households import listed, write_groups, write_poor, write_residents
from yaodian.workspace.city.meals import write_meals
from yaodian.workspace.city.monitoring import write_monitoring
from yaodian.workspace.city.offices import write_offices, write_schools
from yaodian.workspace.city.party import write_party
from yaodian.workspace.city.population import write_population
from yaodian.workspace.city.posts import write_posts
from yaodian.workspace.city.private import write_private
from yaodian.workspace.city.projects import write_projects
from yaodian.workspace.city.pupils import write_changes, write_enrolments, write_students
from yaodian.workspace.city.staff import Staff, write_staff
from yaodian.workspace.city.supervision import write_supervision
from yaodian.workspace.city.surveys import write_surveys
from yaodian.workspace.city.titles import write_titles
from yaodian.workspace.city.training import write_training
from yaodian.workspace.city.truth import write_truth
from yaodian.workspace.city.writing import Output
from yaodian.workspace.city.yearbook import write_statistics
from yaodian.workspace.invented import MARK, README, is_invented_folder
from yaodian.workspace.records import records_catalogue

README_REST = """
这里的一切都是按种子（seed={seed}）和规模（scale={scale}）虚构的：没有一个真实的人。县（市、区）代码是真的，学校、乡镇、人名、号码都是编的。

- 身份证号：校验位正确，第15至17位为900至999；电话以154开头；银行账号以62000000开头；统一社会信用代码第9、10位为YD；
  学校标识码的顺序号以9开头。
- 五十名标记儿童的名字以“金丝雀”开头，用来检查个人信息是否外泄。
- files/：按登记分文件夹的原始文件。load-order.txt：装入的先后、每个文件所述的日期和范围。
- truth/：真相，只供核对用，不要装入。
"""


def write_city(folder: Path, scale: float, seed: int) -> dict[str, int]:
    """Draw a city and write it to a folder; the rows that each register got."""
    _clear(folder)
    city = drawn(scale, seed)
    out = Output(folder, records_catalogue())
    staff = _write_schools(city, out)
    aid = _write_lists(city, out)
    _write_work(city, out, staff)
    _write_results(city, out, staff)
    write_truth(city, out, aid)
    out.finish()
    (folder / README).write_bytes((MARK + README_REST.format(seed=seed, scale=scale)).encode("utf-8"))
    return out.rows


def _write_schools(city: City, out: Output) -> Staff:
    """Offices, schools, pupils, staff and what the schools have."""
    write_offices(city, out)
    write_schools(city, out)
    write_classes(city, out)
    write_students(city, out)
    write_enrolments(city, out)
    write_changes(city, out)
    staff = write_staff(city, out)
    write_campus(city, out, staff)
    write_statistics(city, out)
    write_facilities(city, out, staff)
    write_training(city, out, staff)
    write_posts(city, out, staff)
    return staff


def _write_lists(city: City, out: Output) -> Aid:
    """Lists of other offices, attendance, aid and meals."""
    write_population(city, out)
    write_residents(city, out)
    lists = listed(city)
    write_poor(city, out, lists)
    write_groups(city, out, lists)
    write_care(city, out, lists)
    write_attendance(city, out)
    aid = entitlements(city, lists)
    write_aid(city, out, aid)
    write_meals(city, out)
    return aid


def _write_work(city: City, out: Output, staff: Staff) -> None:
    """What the year's work left behind: projects, money, titles, inspections, documents."""
    write_projects(city, out)
    write_funds(city, out)
    write_titles(city, out)
    write_supervision(city, out)
    write_external(city, out)
    write_documents(city, out)
    write_party(city, out, staff)
    write_private(city, out)
    write_estates(city, out)
    write_finance(city, out)


def _write_results(city: City, out: Output, staff: Staff) -> None:
    """Examinations, admission, tests, surveys and health."""
    write_admission(city, out, write_exams(city, out))
    write_monitoring(city, out)
    write_surveys(city, out, staff)
    write_health(city, out)


def _clear(folder: Path) -> None:
    """Take away an earlier city. Raises Refusal where the folder holds anything else."""
    if not folder.exists():
        return
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if not is_invented_folder(folder):
        zh = f"{folder} 里有别的东西，请换一个空文件夹。"
        raise Refusal(Words(zh, f"{folder} holds other things; choose an empty folder."))
    for name in ("files", "truth"):
        shutil.rmtree(folder / name, ignore_errors=True)
    (folder / "load-order.txt").unlink(missing_ok=True)
