"""The skills that openings ask for and youths have: one vocabulary in three languages.

A Swedish youth's "truckkort" is a Norwegian ad's "truckførerbevis". Languages, driving licences
and levels of education are no skills here: they have fields of their own.
"""

from reference.skill_mentions import Mention, found_in, found_in_many, mentions
from reference.skill_naming import named
from reference.skill_vocabulary import SKILL_KINDS, Skill, skill, skills

__all__ = [
    "SKILL_KINDS",
    "Mention",
    "Skill",
    "found_in",
    "found_in_many",
    "mentions",
    "named",
    "skill",
    "skills",
]
