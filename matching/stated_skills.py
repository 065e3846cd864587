"""Skills as people state them, each brought to one key: what is compared is equal or it is not."""

from functools import lru_cache

from matching.text import fold
from reference.skills import named


@lru_cache(20_000)
def skill_of(stated: str) -> str:
    """Return the code of a skill in the vocabulary, or else the folded words themselves.

    Words of people have a space before them, so that no word is taken for a code.
    """
    skill = named(stated)
    return skill.code if skill else f" {' '.join(sorted(fold(stated).split()))}"
