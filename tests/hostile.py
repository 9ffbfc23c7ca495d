"""What nobody means well by, as it stands in an address: percent-encoded, or what cannot be."""

from __future__ import annotations

HOSTILE = {
    "nul": "%00",
    "control": "%01%1f%7f",
    "escape": "%1b%5b31m",
    "surrogate": "%ed%a0%80",
    "not utf-8": "%ff%fe",
    "long": "a" * 5_000,
    "many words": "+".join(["retencja"] * 400),
    "huge number": "9" * 400,
    "negative": "-1",
    "zero": "0",
    "fraction": "1.5",
    "arabic digits": "%D9%A1%D9%A2",
    "superscript": "%C2%B2",
    "quote": "'%22%3B--",
    "tsquery": "%26%7C%21%3A*%28",
    "script": "%3Cscript%3Ealert(1)%3C/script%3E",
    "percent": "%25%25%73",
    "list": "%5B%5D",
    "newline": "a%0Ab%0D%0Ac",
    "bidi": "%E2%80%AE%E2%80%8B",
}
# What a search reads as more than words, and what breaks the formats it answers in.
OF_SEARCHES = {
    "unbalanced quotes": "%22woda+-%22%22+-+%22%22%22",
    "operators": "woda+%26+%7C+!+:*+%3C-%3E+%3C2%3E+%3AA",
    "sql": "'%29+UNION+SELECT+pg_sleep(9)--",
    "like": "%25_%5C%25",
    "regular expression": "(a%2B)%2B%24%7C.*%3F%5B%5E",
    "formula": "%3Dcmd%7C'%20/C%20calc'!A0",
    "ten thousand": "a" * 10_000,
    "two thousand letters": "a" * 2_000,
    "two thousand words": "+".join(["wo"] * 660),
    "right to left": "%E2%80%8F%E2%80%AEadow%E2%80%AC",
    "half a character": "woda%C5",
    "noncharacters": "woda%EF%BF%BE%EF%BF%BF%C2%85",
    "combining": "z" + "%CC%87" * 300,
    "end of cdata": "%5D%5D%3E%3C!--%26amp;",
    "template": "%7B%7Bq%7D%7D%7B%25+now+%25%7D%24%7Bx%7D",
}
# For what is a number or a code: out of range, not one, or one in other digits.
NO_NUMBERS = ["9" * 400, "99999999999999999999", "-1", "1e9", "0x1", "NaN",
              "%D9%A1", "%EF%BC%91", "%F0%9D%9F%99", "1%00", ""]  # fmt: skip
