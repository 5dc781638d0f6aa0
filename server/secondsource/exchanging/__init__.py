"""What leaves the base and comes into it: the export's lines, and what others read of settled facts and changes."""

from secondsource.exchanging.exporting import export_lines
from secondsource.exchanging.importing import Imported, import_lines

__all__ = ["Imported", "export_lines", "import_lines"]
