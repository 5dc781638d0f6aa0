"""The names of currencies: a number of them is a sum of money, and counts nothing."""

CURRENCIES = frozenset(
    """dollar euro pound yen yuan rupee peso franc krona krone rouble won real rand zloty lira dirham naira shilling
    cent penny crown""".split()
)
SPELT = {"kronor": "krona", "kroner": "krone", "ruble": "rouble", "pence": "penny"}  # other spellings and plurals
