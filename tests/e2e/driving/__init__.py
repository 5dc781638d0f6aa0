"""Real browsers with the extension in them, all driven in the same words."""

from tests.e2e.driving.chromium import Chromium
from tests.e2e.driving.firefox import Firefox
from tests.e2e.driving.reader import HOST, Popup, Reader

__all__ = ["HOST", "Chromium", "Firefox", "Popup", "Reader"]
