"""Which skill one stated skill is: what somebody typed into a field, or an ad's structured list.

First what is surely right: a name, its inflection, its words in another order or parted in other
places. Then the first name within a longer phrase. Last what is nearly a name, by the optimal
string alignment distance of RapidFuzz: letters left out, doubled or swapped, or that sound alike.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from reference.skill_mentions import mentions
from reference.skill_vocabulary import Skill, false_friends, skill, skills
from reference.skill_words import stem, stems, telling, words_of

Key = Callable[[str], str]

# How many wrong letters are borne, in a name of at least so many letters.
WRONG_LETTERS = {11: 2, 7: 1}
# The beginning of a word is seldom misspelt, and tells "lödning" from "ledning".
SURE_BEGINNING = 2
# Letters that are written for one another; any other exchange makes another word, as
# "clearing" of "cleaning".
SOUNDS = str.maketrans("åäczwyq", "oessvik")


@lru_cache(maxsize=16_384)
def named(words: str) -> Skill | None:
    """Return the skill that one stated skill means, in any of the languages, or `None`."""
    if _inflected(words) in _no_skills():
        return None
    return _by_name(words) or _within(words) or _nearly(words)


def _by_name(words: str) -> Skill | None:
    found = (names.get(key(words)) for key, names in _names().items())
    return next(filter(None, found), None)


def _within(words: str) -> Skill | None:
    return next((skill(each.code) for each in mentions(words)), None)


def _nearly(words: str) -> Skill | None:
    """Return the skill of the nearest name, unless another one's is as near."""
    typed = _sound(words)
    wrong = next((many for least, many in WRONG_LETTERS.items() if len(typed) >= least), None)
    if wrong is None:
        return None
    near = extract(typed, _by_sound().keys(), scorer=OSA.distance, score_cutoff=wrong, limit=None)
    alike = [(distance, name) for name, distance, _ in near if _same_letters(typed, name)]
    nearest = min(alike, default=(0, ""))[0]
    means = {_by_sound()[name] for distance, name in alike if distance == nearest}
    return means.pop() if len(means) == 1 else None


def _same_letters(typed: str, name: str) -> bool:
    """Tell whether two spellings begin alike, and one has no letter that the other lacks."""
    one, other = Counter(typed), Counter(name)
    return typed[:SURE_BEGINNING] == name[:SURE_BEGINNING] and (one <= other or other <= one)


def _inflected(words: str) -> str:
    return " ".join(stems(words))


def _letters(words: str) -> str:
    """Write as one, since people part compounds: "truck kort"."""
    return stem("".join(words_of(words)))


def _core(words: str) -> str:
    return " ".join(sorted(map(stem, telling(words))))


def _core_letters(words: str) -> str:
    return "".join(telling(words))


def _sound(words: str) -> str:
    return _core_letters(words).translate(SOUNDS)


@cache
def _names() -> Mapping[Key, Mapping[str, Skill]]:
    """Return the skill of every name, for each way to compare them, the surest first."""
    return {key: _unequivocal(key) for key in (_inflected, _letters, _core, _core_letters)}


def _unequivocal(key: Key) -> Mapping[str, Skill]:
    meant = defaultdict[str, dict[str, Skill]](dict)
    for each in skills():
        for name in each.names:
            meant[key(name)][each.code] = each
    by_name = ((written, means.values()) for written, means in meant.items())
    return {written: each for written, (each, *more) in by_name if not more}


@cache
def _by_sound() -> Mapping[str, Skill | None]:
    """Return what each sound means; false friends are kept, lest they pass for a misspelling."""
    return {**_unequivocal(_sound), **dict.fromkeys(map(_sound, false_friends()))}


@cache
def _no_skills() -> frozenset[str]:
    return frozenset(map(_inflected, false_friends()))
