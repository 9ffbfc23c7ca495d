"""Words too common to search for.

They are indexed all the same, so that phrases hold and a query of nothing but stop words still
finds something; a query leaves them out as long as another word remains. The lists are short on
purpose: a word that could be what somebody looks for (*most*, *rada*, *no*) stays out of them.
"""

_POLISH = """
a aby albo ale ani aż bez bo by być był była było były będzie będą ci co czy dla do gdy i ich
im ich iż ja jak jako je jego jej jest jeśli już każdy która które którego której który których
którym którzy lecz lub ma między mnie mu na nad nas nie niż o od on ona one oni ono oraz po pod
ponad poprzez przed przez przy się są ta tak także tam te tego tej ten też to tu ty tych tylko
tym u w we wy z za ze że żeby
"""

_ENGLISH = """
a about an and are as at be been but by can did do does for from had has have he her his how i
if in into is it its of on or our she so than that the their them then there these they this
those to was we were what when where which who will with would you your
"""

STOP_WORDS = {"pl": frozenset(_POLISH.split()), "en": frozenset(_ENGLISH.split())}
