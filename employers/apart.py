"""Two employers that look like one and are two, as a coordinator has judged."""

from accounts.apart import Judging
from employers.models import Apart

judging = Judging(Apart, "employer")
