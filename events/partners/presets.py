"""The municipalities that a project from Norra Mellansverige to Uppland begins with.

The documents tell of 45 municipalities and do not name them, so the preset is every municipality
of the counties concerned: Värmland, Dalarna and Gävleborg, which are Norra Mellansverige (SCB's
national area SE31), and Uppsala county. These are 49; a team takes away those who are not with it.
"""

from reference import places
from reference.places import Municipality

COUNTIES = ("17", "20", "21", "03")


def municipalities() -> list[Municipality]:
    """The municipalities of the preset, by county and name."""
    chosen = [each for each in places.municipalities("SE") if each.county in COUNTIES]
    return sorted(chosen, key=lambda each: (COUNTIES.index(each.county), each.name))
