"""Articles in; versions kept, read, reconciled. And `rebuild`, which derives everything again."""
