"""文件字段: the document that a row rests on."""

from yaodian.declare.column import TEXT, Column, Privacy

DOCUMENT_NO = Column(
    name="document_no",
    type=TEXT,
    label="文号",
    meaning="number of the official document that the row rests on",
    note="本行所依据的公文文号",
    also=("依据文号", "批文号"),
    privacy=Privacy.P0,
    example="某教发〔2020〕1号",
)
