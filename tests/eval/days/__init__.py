"""Made-up days of news, each article labelled with the story that it tells: what story finding is measured on.

Days 1 to 3 were for choosing constants; days 4 to 6 were not looked at for that. See README.md.
"""
