"""Two youths who look like one and are two, as a coordinator has judged.

A judgement is about her own team's youths, and only they are told of it: `judging.judged` is asked
with the youths that the person sees.
"""

from accounts.apart import Judging
from youths.models import YouthsApart

judging = Judging(YouthsApart, "youth")
