"""Second Source: shows a reader, sentence by sentence, how other outlets reported the same thing."""

__version__ = "0.1.0"
