"""Text in; passages, quotations, names, numbers and times out. Pure: no database, request, network or clock.

Every offset is a count of Unicode code points into the text that was read.
"""

from secondsource.reading.document import Document, read
from secondsource.reading.passages import Passage
from secondsource.reading.quotations import Quotation

__all__ = ["Document", "Passage", "Quotation", "read"]
