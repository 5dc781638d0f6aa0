"""Where the server can listen, and what it says where it cannot."""

import pytest
from flask import Flask

from secondsource.serving import CannotListenError, listening


def test_a_host_that_is_no_address_is_one_sentence():
    with pytest.raises(CannotListenError, match=r"^Cannot listen on 999\.1\.1\.1: it is no address"):
        listening(Flask(__name__), "999.1.1.1", 8765, "")
