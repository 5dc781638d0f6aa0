"""How two claims, or the sentences that they stand in, are to one another: what kinds of claim have in common."""
