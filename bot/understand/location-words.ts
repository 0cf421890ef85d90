/** Ways of asking for a place, in the three languages. Each pattern is of one language unless it says otherwise. */

/** Words that open what is needed. */
export const NEED_VERB =
  /(?<!\p{L})(?:needs?|needed|needing|requires?|wants?|wanting|wish(?:es)? to|(?:are |is )?looking for|search(?:es|ing)? for|would like|prefer(?:ably)?|must have|tarvit\p{L}*|tarvits\p{L}*|tarvitaan|haluamme|haluaisimme|halutaan|haluavat|haluaa|haluaisi|tarvis olisi?|etsi(?:mme|tään|n|i|ssä)?|haemme|kaipaamme|toivomme|mielellään|hyödyntävä|behöver|behövs|vill(?: ha)?|önskar|söker|letar efter|gärna|helst|kräver)(?!\p{L})/iu;

/** Plans of something new: it needs a place, while what runs already has one. */
export const PLANS =
  /(?<!\p{L})(?:(?:we|i) (?:plan|intend|are planning|am planning|want to (?:build|set up|start|open|establish))|start-?up(?! the)|(?:we(?:'re| are)|i(?:'m| am)) (?:building|developing|setting up|starting|planning|opening)|(?:muuttaa|muuttaisimme|siirtää|siirtyä) (?:\p{L}+ )?(?:jonnekin|muualle|pois)|suunnittelemme|suunnittelen|kehitämme|kehitän|rakennamme|perustamme|perustan|olemme perustamassa|aloitamme|aloittava|startup\p{L}*|(?:vi|jag) (?:planerar|bygger|utvecklar|startar|grundar)|nystartat)(?!\p{L})/iu;

/** Questions for a fact, whatever they name. */
export const ASKS_FACT =
  /^\W*(?:and |ja |och |entä |mutta |but |men )?(?:how|when|who|whose|why|what (?:is|are|was|were|does|do|did|makes|kind)|which (?:companies|company)|is it|kuinka|miten|montako|paljonko|milloin|koska|miksi|kuka|ketkä|keneltä|kenen|mitkä|mitä|minkä|mikä on|hur|när|varför|vem|vems|vad|vilka|vilket (?:företag|bolag))(?!\p{L})/iu;

/** Questions answered by yes or no. */
export const ASKS_WHETHER =
  /^\W*(?:and |ja |och )?(?:is|are|does|do|can|could|has|have|onko|ovatko|löytyykö|saako|voiko|pääseekö|\p{L}+(?:ko|kö)|finns det|går det|kan man|är det|har|får man)(?!\p{L})/iu;

/** Founding a park, not settling in one. */
export const FOUNDS_PARK =
  /(?:found|establish|creat|plan|start)\p{L}* (?:\p{L}+ ){0,4}(?:eco-industrial|new|circular-economy) park|puisto\p{L}* (?:perusta|suunnittel)|perusta\p{L}* (?:\p{L}+ )?\p{L}*puisto|(?:grunda|starta|planera)\p{L}* (?:en |ny )*\p{L}*park/iu;

/** Questions where a company should settle, whatever it needs. */
export const ASKS_WHERE_TO_SETTLE: readonly RegExp[] = [
  /\bwhere (?:should|could|can|would|do|might|shall) (?:we|i|one|a \w+|our \w+)\b.*\b(?:locat|settl|set up|build|invest|establish|move|place (?:our|a) (?:plant|factory))|\bwhere (?:should|could|can|would|do) (?:we|i) go\b/iu,
  /\bwhere (?:should|could|can|would|might) (?:a|an|the|our|my) (?:[\w-]+ ){1,4}(?:go|be (?:built|located|placed|put|set up|sited))\b/iu,
  /\bwhere (?:should|could|can|would|might) (?:we|i) (?:put|place|build|site) (?:a|an|the|our|my) (?:[\w-]+ ){0,4}(?:plant|factory|mill|works|facility|greenhouse|refinery|warehouse)\b/iu,
  /\b(?:which|what) (?:parks?|sites?|places?|areas?|locations?)\b.*\b(?:suit|fits?\b|be (?:best|right|suitable)|is (?:the )?best|are best|recommend|match|choose|pick|go for)/iu,
  /\b(?:best|right|suitable|good|ideal) (?:eco-industrial )?(?:park|site|location|place|spot) (?:for|to)\b/iu,
  /\b(?:looking|searching|search) for (?:a |an |some )?(?:\p{L}+ )?(?:site|plot|place|location|park|land|premises|hall|laboratory|lab|office)/iu,
  /\b(?:recommend|suggest|find)\b.*\b(?:site|location|park|place)\b.*\b(?:for|to|with)\b/iu,
  /(?<!\p{L})(?:mihin|minne|missä|mikä)(?!\p{L}).*(?:sijoittu\p{L}*|sijoittaa|asettu\p{L}*|perustaa|perustaisi\p{L}*|rakentaa|kannatta\p{L}*|sopisi)/iu,
  /(?<!\p{L})mi(?:kä|hin|nkä|ssä) (?:ekoteollisuus|yritys|teollisuus)?(?:puisto|alue|paikka|sijainti)\p{L}*.*(?:sopi|kannatta|sijoittu|kävisi|paras)/iu,
  /(?<!\p{L})mikä (?:paikka|puisto|alue)\s*\?/iu,
  /^\W*(?:minne|mihin) (?:\p{L}+ ){0,2}\p{L}*(?:laitos|tehdas|tehtaan|laitoksen|kasvihuone|hanke|hankkeen)\W*$/iu,
  /(?:halua(?:n|mme|isin|isimme)|aio(?:n|mme)) (?:ostaa|vuokrata) .*(?:tont[tie]\p{L}*|maata|hallin?|toimitila\p{L}*)/iu,
  /(?:vill|tänker|skulle vilja) (?:köpa|hyra|arrendera) (?:en |ett )?(?:\p{L}+ )?(?:tomt|mark|hall|lokal)\p{L}*/iu,
  /(?:etsimme|etsin|etsitään|haemme|haen) .*(?:tontti|tonttia|paikkaa|sijaintia|puistoa|maata|hallia|toimitila|laboratori)/iu,
  /(?<!\p{L})sopiv(?:a|in|an|aa) (?:\p{L}*puisto|\p{L}*keskus|\p{L}*alue|paikka|sijainti|tontti)/iu,
  /(?<!\p{L})var (?:ska|bör|borde|kan|kunde|skulle|lönar det sig att|passar det att) .*(?:etabler|placer|lokaliser|slå oss ned|bygg|grund|flytt|ligga(?!\p{L}))/iu,
  /(?<!\p{L})vilk(?:en|et|a) (?:park(?:er)?|plats(?:er)?|område(?:n)?|ställe) (?:passar|lämpar|är bäst|är bättre|skulle passa|kunde passa)/iu,
  /(?<!\p{L})söker (?:en |ett |vi )?(?:\p{L}+ )?(?:tomt|plats|läge|park|mark|hall|lokal|kontor|labb|laborator)/iu,
  /(?<!\p{L})lämplig(?:t|a|aste)? (?:\p{L}*park|\p{L}*område|plats|tomt|läge)/iu,
];

/** A bare "where?" at the end of what is needed: "we need 50 ha. Where?" */
export const BARE_WHERE =
  /(?:^|[,.;:–-]\s*)(?:so |and |ja |och )?(?:where(?: to| should we go| then)?|which (?:parks?|sites?|places?|areas?|towns?)|what (?:park|place|site)|minne|mihin|missä|mikä (?:paikka|puisto|alue)|mitkä (?:paikat|puistot|alueet)|mistä|vart|var|vilken (?:park|plats|ort)|vilka (?:parker|platser|områden)|vilket (?:område|ställe))\s*\?+\s*$/iu;

/** Questions for one park by what it offers: not "which parks", which asks for a list. */
export const ASKS_ONE_PARK =
  /(?<!\p{L})(?:which|what) (?:eco-industrial )?(?:park|site|place|area|location)(?!\p{L})|(?<!\p{L})mi(?:kä|ssä|stä|llä|ltä) (?:eko\p{L}*)?(?:puisto|puistossa|puistosta|alueella|alue|paikassa|paikka)(?!\p{L})|(?<!\p{L})(?:i )?vilk(?:en|et) (?:eko\p{L}*)?(?:park|plats|område|ställe)(?!\p{L})/iu;

/** Questions what a park is like: a fact, no advice. */
export const ASKS_PROFILE =
  /(?<!\p{L})(?:speciali[sz]\p{L}*|focus\p{L}*|known for|largest|oldest|newest|erikoistu\p{L}*|keskitty\p{L}*|suurin|vanhin|inriktad|inriktar|specialiser\p{L}*|känd för|störst|äldst)(?!\p{L})/iu;

/** Questions where something is to be had. */
export const ASKS_WHERE =
  /(?<!\p{L})(?:where (?:is|are|can|could|do|would)|where's|missä (?:on|olisi)|mistä (?:löyty\p{L}*|saa\p{L}*|saisi\p{L}*)|löytyykö|var (?:finns|får|kan|hittar|finner))(?!\p{L})/iu;

export const NEIGHBOUR =
  /(?<!\p{L})(?:next (?:to|door|gate|plot)|beside|around us|neighbou?rs?|neighbou?ring|adjacent to|side by side with|over the fence|near a|close to|within a stone's throw|on the same (?:site|plot)|naapur\p{L}*|viereen|vieressä|vierestä|kylkeen|kylki|kyljessä|lähelle|lähellä|intill|bredvid|grann\p{L}*|invid|nära en|nära ett|vägg i vägg)(?!\p{L})/iu;

/** A wish among several places, not a condition. */
export const PREFERS = /(?<!\p{L})(?:preferably|ideally|mielellään|mieluiten|kävisi|helst|gärna)(?!\p{L})/iu;

/** Words beside what must be got rid of. */
export const TAKERS =
  /(?<!\p{L})(?:buyers?|buys?|takers?|customers?|users?|to place|outlet|get rid of|ostaji\p{L}*|ostaa|ostaisi|ottaji\p{L}*|käyttäj\p{L}*|köpare|köpa|köper|avnämare|mottagare|avsättning)(?!\p{L})/iu;

/** Who might use a stream, what could be taken: questions for partners. */
export const ASKS_PARTNER =
  /(?<!\p{L})(?:who|whom|anyone|anybody|any takers|kuka|kenelle|kukaan|ketkä|vem|vilka kan|någon)(?!\p{L})|what (?:could|can|side streams?)|which (?:side )?streams?|which companies|mitä (?:syötettä|sivuvirt\p{L}*|voisi\p{L}*)|mitkä (?:yritykset|sivuvirrat)|vad (?:kunde|kan|finns) |vilka (?:sidoströmmar|företag)|vilket returglas/iu;

export const COMPARES =
  /(?<!\p{L})(?:compare|comparison|versus|vs\.?|side by side|vertaa|vertaile|vertailu|verrataan|jämför|jämförelse)(?!\p{L})/iu;
export const WHICH_OF_TWO =
  /(?<!\p{L})(?:which (?:one )?(?:is|would be|would|suits|fits)|better|kumpi|kumpaan|kummassa|parempi|paremmin|vilken(?:dera)? (?:är|passar|vore)|bättre)(?!\p{L})/iu;
export const OR = /(?<!\p{L})(?:or|vai|tai|eller)(?!\p{L})/iu;
