"""Second Source: shows a reader, sentence by sentence, how other outlets reported the same thing."""

from time import time

__version__ = "0.1.0"
STARTED = time()  # when this process began to load the program: what is written later is another one
