"""Words that say nothing of the work. Written for this project from Nordic job ads at large."""

SWEDISH = """
    alla allt alltid andra annan annat att av bara bland bli blir blivit bra båda både bör dag
    dagar de dela dem den denna deras dess dessa det detta dig din dina ditt dock du där då efter
    egen egna ej eller en enligt er era ert ett exempel finns fler flera flesta från få får för
    före första genom ger gillar gärna gör göra ha hade han har hela helst henne hennes hon honom
    hos hur här i icke in inför ingen inget innan inom inte jag jobb jobba jobbar jobbet ju just
    kan kanske kl kommer kring kunde kunna lika lite lång med medan mellan men mer mest min mina
    minst mitt mot mycket många måste möjlighet möjligheter ned ni nog nu ny nya nytt när nära
    någon något några och också olika om oss på redan rätt samma samt sedan ser ses sig sin sina
    sitt själv ska skall skulle snart som stor stora större sätt så sådan ta tar till tillsammans
    tre trivs två tycker under upp utan utifrån vad var vara varandra varit varje vart vem vi vid
    vidare vilja vilka vilken vilket vill väl vår våra vårt än ännu är även år åt över övrigt
"""

NORWEGIAN = """
    alle allerede alt andre at av bare bidra bidrar ble bli blir bruke både bør da deg dei deler
    den denne der dere deres det dette di din dine disse ditt du eg egen egne ei eller en enn er
    et etter finnes flere flink for fordi fra få får før første gi gir gjennom gjerne gjør gjøre
    god gode godt ha hadde han hans har hele her hun hva hvem hver hverdag hvis hvor hvordan i
    ikke inn innen innenfor ja jeg jobb jobbe jobben jobber kan ki kjenner kun kunne like liker
    litt lyst man mange med meg mellom men mens mer mest min mine mitt mot mye må mår noe noen nok
    ny nye nå når og også om opp oss over på sammen samt seg selv sin sine sitt skal skulle slik
    som store så ta tar til tre trenger under uten vant var ved vi viktig vil ville våge vår våre
    vårt være vært å åpen ønske ønsker
"""

ENGLISH = """
    a about all also am an and any are as at be been both but by can do each every for from get
    good had has have help his how if in including into is it its join like make may more most
    must my new not of on one or other our out over own so some such than that the their them
    these they this those through to together up us use want was we well were what when where
    which while who why will with within work working would you your
"""

# The vocabulary of advertising itself: it fills every ad and tells no ad from another.
ADVERTISING = """
    ability able annons annonsen ansatt ansatte ansettelse anställ anställa anställda anställning
    anställningen anställningsform ansvar ansvara ansvarar ansvarig ansvarlig ansvars ansök ansöka
    ansökan ansökningar ansökningsdag application apply arbeid arbeide arbeider arbeidet
    arbeidsgiver arbeidsmiljø arbeidsoppgaver arbeidssted arbeidstid arbeta arbetar arbete arbetet
    arbetsgivare arbetsplats arbetstid arbetsuppgifter attester bedrift bedriften beskrivning
    bifoga candidate candidates career company cv dagtid deltid deltidsjobb egenskaper ekstrahjelp
    ekstrajobb engagerad engasjert enligt erbjuda erbjuder erfaren erfarenhet erfarenheter
    erfaring experience experienced extrajobb fast faste feriejobb ferievikar fleksibel flexibel
    fortløpende fulltid företag företaget förmåner goda heltid hemsida hyggelig intervju
    intervjuer intresserad kandidat kandidater kjennskap knowledge kollega kolleger kollegor
    kollektivavtal kompetanse kompetens kontakt kontakta krav kunskap kunskaper kvalifikasjoner
    kvalifikationer ledig lediga ledige looking lön lönen löpande lønn medarbeider medarbeidere
    medarbetare meriterande muligheter offer omfattning omgående oppdrag oppgaver opportunity
    oppstart people personliga personlige personligt placering plats platsen position positiv
    profil provanställning referenser rekrytera rekrytering rekryteringen requirements
    responsibilities responsible role roll rolle rollen semestervikarie sista skills snarest
    sommarjobb sommarvikarie sommarvikarier sommerjobb sommervikar stilling stillingen stillinger
    stimulerande strong sök söka sökande söker sökes söks søkere søknad søknaden team teamet
    tilbyr tillsvidare tillträde tiltredelse tjänst tjänsten tjänster trevlig uppdrag uppdraget
    uppgifter urval utbildning utdanning utlysning utveckla utvecklas utveckling utvikle utvikling
    varmt velkommen verksamhet verksamheten vikar vikariat vikarie vikarier vitnemål välkommen
    värderingar
"""

STOP_WORDS = frozenset(f"{SWEDISH} {NORWEGIAN} {ENGLISH} {ADVERTISING}".split())
