"""报送单位: the counties that report to the bureau."""

from yaodian.declare.code_list import CodeList
from yaodian.domain.place import COUNTY


class ReportingPlaces(CodeList):
    """报送单位: the places of county level that report, statutory or not, with the codes that once held.

    Which they are is each bureau's content (places.yaml): in Zunyi fourteen divisions of GB/T 2260 and one district
    with a code of the bureau's own.
    """

    label = "县（市、区）"
    english = "reporting places"
    standard = "GB/T 2260"
    reference = "GB/T 2260 中华人民共和国行政区划代码；无国标代码的由本局自定，见本局 places.yaml"
    level = COUNTY
