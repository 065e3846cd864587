"""What young people say they like, and where that leads: everyday words to occupation groups.

A title such as "bilmekaniker" is looked up in `reference.linking`. "Jobba med barn" names no
occupation, but everybody knows what it means; this table writes that down. Groups stand with
the most typical first job first. Written for this project; codes are SSYK 2012.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice

from matching.text import WORD, fold

SHORTEST_STEM, SHORTEST_START = 4, 3

# Left: groups, most typical first. Right: words, Swedish, Norwegian and English. A word of at
# least four letters also stands for every word it begins (städ: städa, städning, städjobb).
INTERESTS = """
5311 5312 9119 3423 : barn barne bebis småttingar förskol dagis fröken barnehage children kids
5312 5311 3423      : skola skole skolor elev lärarassistent school
3423 5312 3422      : ungdom unge tonåring fritids kollo läger leda youth
5330 5342 5343 5321 : vård omsorg äldre eldre gamla gammal pension pleie care elderly
5330 5323 5342      : sjuk sykehus helse hälsa hospital health
5343 5342 5330 5312 : hjälp hjelpe assist funktionsned funksjonsned handikapp folk help
6122 6129 6121      : djur dyr hund häst hest stall katt animal dog horse
6210 6113 9210      : natur skog skau friluft nature forest
6113 6210 9610 7114 : ute utomhus utendörs utearbet fysisk kropp outdoor
6113 6112 9210      : trädgård park blom växt hage gartner plant garden flower
6130 6121 8341      : bondgård gård lantbruk landbruk jordbruk traktor fjøs ko kor farm
7231 9120 7214 8213 : bil bilar biler motor mek mekk meka mekka mekaniskt moped mopp epa verkstad
                      verksted skruv fordon car cars garage
5120 9412 9411 5131 : mat laga kök köket kjøkken restaurang restaurant krog snabbmat pizza burgare
                      hamburg food cooking kitchen
7612 9413 8163      : baka bake bageri bakeri kakor kaker tårt konditor brød bröd bakery
9413 5131 5132      : kafé kafe café cafe fika barista kaffe coffee
5131 5132 9412      : server bar pub krogen bartend waiter
5223 5222 5230 9332 : butik affär handel kläd kläder klær mode sko skor shop retail expedit fashion
5222 5230 9332      : matbutik mataffär livsmedel dagligvar supermarked grocery
5230 5222 5225      : kassa kasse kiosk mack
5223 3322 5242 5241 : sälj försälj salg selge sales
4322 9332 8344 9320 : lager plock pack logistik terminal gods warehouse
8344 4322           : truck
8329 8332 4420      : köra kör kjöre körjobb chauff sjåför bud leverera driving driver delivery
9310 7119 7111 7131 : bygg bygge byggjobb byggnad anlegg renover riva construction builder
7111 7522 9310      : snick snekker hantverk håndverk praktisk händer händerna hendene carpent
7522 7523 7111      : trä träslöjd möbel möbler tre wood furniture
7131 7132           : måla male målning painting
7411 7412 8212      : el elek elektr ström strøm electric
7125                : vvs rör rörlegg plumb
7212 7223 7215      : svets sveis metall plåt smide weld
9320 8219 8189      : fabrik industri monter produktion produksjon factory
8342 7223 8341      : maskin grävmaskin gravemaskin machine
9111 9120           : städ rengör renhold vask vaske clean
8151 9111           : tvätt vaskeri laundry
5152 9622           : fastighet vaktmäst vaktmest fixa reparera laga repair
9610                : miljö miljø återvinn gjenvinn sopor sop recycl
4119 4225 4222 4111 : kontor admin papper office
4111 4119           : ekonomi økonomi bokför regnskap siffror accounting
4222 4225 5223 5131 : kundtjänst kundservice kundeservice service prata människor mennesk people
3512 3514 3513 2512 : dator data datamaskin it ict support computer
2512 3515 2513 3512 : program koda kode kodning utvecklare utvikler webb coding developer
2513 3512 3522      : spel gaming game games
5141                : hår frisyr hair
5149 5142 5223      : smink skönhet skjønn nagel naglar makeup hud beauty
3422 3423           : sport idrott idrett trän trening gym fotboll fotball fitness
3522 3521 3439      : ljud ljus scen musik musikk konsert teater theatre music
3431 3521           : foto film video bild kamera photo
2172 2651 3432      : rita design konst tegne kunst graf art
4224 9111 5113 5131 : hotell resa resor reise turis travel
5413 5419 5412      : vakt väktar vekter säkerhet sikkerhet security guard
4420 9621           : post brev tidning avis
9332 5111           : flyg fly airport
8350 6222 6221      : båt fartyg hav sjö sjø fisk fiske boat
7532 7531           : sy textil tyg söm sewing
0310                : militär försvar forsvar lumpen
4410                : bok böcker bibliotek library
"""


@cache
def _interests() -> dict[str, tuple[str, ...]]:
    """Read the table once: each word's groups, without repeats where two lines share a word."""
    table: dict[str, dict[str, None]] = {}
    groups: list[str] = []
    for line in INTERESTS.strip().splitlines():
        left, colon, right = line.rpartition(":")
        groups = left.split() if colon else groups
        for word in fold(right).split():
            table.setdefault(word, {}).update(dict.fromkeys(groups))
    return {word: tuple(found) for word, found in table.items()}


def groups_for(wish: str) -> tuple[str, ...]:
    """Name the occupation groups that a free wish points at, in the table's order."""
    found: dict[str, None] = {}
    for word in WORD.findall(fold(wish)):
        for part in _known_parts(word):
            found.update(dict.fromkeys(_interests()[part]))
    return tuple(found)


def _known_parts(word: str) -> Iterator[str]:
    """Yield what the table knows of a word: itself, or its beginning, or its end, or both.

    A short word counts only where the rest of the compound is known too: bilmek, but not bilaga.
    """
    table = _interests()
    beginnings = [word[:at] for at in range(len(word), 0, -1) if word[:at] in table]
    for beginning in beginnings:
        end = word[len(beginning) :]
        if len(beginning) >= SHORTEST_STEM or not end or end in table:
            yield from filter(table.__contains__, (beginning, end))
            return
    ends = (word[at:] for at in range(SHORTEST_START, len(word) - SHORTEST_STEM + 1))
    yield from islice(filter(table.__contains__, ends), 1)
