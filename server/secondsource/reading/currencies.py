"""The names of currencies: a number of them is a sum of money, and counts nothing."""

CURRENCIES = frozenset(
    """dollar euro pound yen yuan rupee peso franc krona krone rouble won real rand zloty lira dirham naira shilling
    cent penny crown""".split()
)
SPELT = {"kronor": "krona", "kroner": "krone", "ruble": "rouble", "pence": "penny"}  # other spellings and plurals
CODES = {  # of ISO 4217, as agencies put them before a sum: "NOK 386 million"
    "usd": "dollar", "eur": "euro", "gbp": "pound", "jpy": "yen", "inr": "rupee", "pkr": "rupee", "cny": "yuan",
    "nok": "krone", "dkk": "krone", "sek": "krona", "chf": "franc", "aud": "australian dollar",
    "cad": "canadian dollar", "nzd": "new zealand dollar", "hkd": "hong kong dollar", "krw": "won", "zar": "rand",
    "pln": "zloty", "aed": "dirham", "ngn": "naira", "kes": "shilling", "ugx": "shilling", "tzs": "shilling",
    "mxn": "peso", "php": "peso", "brl": "real", "rub": "rouble",
}  # fmt: skip
