"""生均图书册数: books per pupil."""

from yaodian.declare.indicator import UP, Derivation, How, Indicator
from yaodian.domain.period import DAY
from yaodian.domain.place import SCHOOL
from yaodian.domain.unit_of_measure import PERSON, VOLUME


class BooksPerPupil(Indicator):
    """生均图书册数: books in ordinary primary and junior schools, by their pupils."""

    label = "生均图书册数"
    english = "books per pupil"
    words = "图书册数 ÷ 在校生数"
    reference = "《县域义务教育均衡发展督导评估暂行办法》（教督〔2012〕3号；转述，原文未核）"
    unit, grain, better = VOLUME / PERSON, (SCHOOL, DAY), UP
    disaggregations = ("stage_code", "schools.urban_rural_code", "schools.ownership_code")
    of, derived = "book_count", Derivation(How.RATIO, other="balance_pupil_count")
    minimum_cell = None
