/** Words by which people publish, change and withdraw what they have or need, in the three languages. */

const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, "iu");

/** "Publish a side stream", "julkaise tuhkamme", "anmäl ett behov". */
export const PUBLISHES = [
  word(
    "(?:publish|add|register|announce|post|submit|enter)(?: (?:a|an|our|my|this|the|new|another|one|other|following))* (?:side[ -]?stream|by-?product|(?:waste )?stream|need|offer)(?:s)?",
  ),
  word("list (?:a|an|our|my)(?: new| other)? (?:side[ -]?stream|by-?product|need|offer)"),
  word("(?:publish|register|announce|post|submit) (?:our|my|this) \\p{L}+"),
  word(
    "(?:julkais\\p{L}+|ilmoita\\p{L}*|ilmoit(?:taa|taisi\\p{L}*)|lisää|lisätä|lisäisi\\p{L}*|syötä|syöttää|kirjaa|kirjata)(?: (?:uusi|uuden|oma|oman|tämä|tämän|meidän))* (?:sivuvir(?:ta|ran|tamme)|sivutuot(?:e|teen|teemme)|tar(?:ve|peen|peemme)|virta|virran)",
  ),
  word("(?:julkaise|julkaista|julkaisisin) (?:\\p{L}+ )?\\p{L}{3,}mme"),
  word("(?:julkaise|julkaista|julkaisisin|ilmoittaa) (?:meidän|mun|minun) \\p{L}+"),
  word(
    "(?:publicera|lägg(?:a)? (?:till|in)|anmäl(?:a)?|registrera|mata in)(?: (?:en|ett|vår|vårt|den här|det här|ny|nytt|denna|detta|min|mitt))* (?:sidoström(?:men)?|biprodukt(?:en)?|behov(?:et)?|ström(?:men)?)",
  ),
  word("(?:publicera|anmäl(?:a)?|registrera) (?:vår|vårt|våra) \\p{L}+"),
];

/** "Publish this side stream": what was talked of just before. */
export const MEANS_THIS = word(
  "publish this (?:side stream|need)|julkaise tämä (?:sivuvirta|tarve)|publicera (?:den här sidoströmmen|det här behovet)",
);

/** An id of a row that can be changed. */
export const RECORD_ID = /(?<![\p{L}\d])(SS\d{3,}|need-\d+)(?![\p{L}\d])/iu;
/** Number of a submission. */
export const SUBMISSION_NUMBER = /(?<!\p{L})(?:submission|ilmoitu(?:s|ksen)|anmälan)\s+(\d{1,9})(?!\d)/iu;

const OWN = "our|my|meidän|oma\\p{L}*|vår|vårt|våra|min|mitt|mina";
/** "Update our fly ash: 12,000 t", "päivitä SS012". */
export const UPDATES = new RegExp(
  `^\\W*(?:please |could you |(?:i|we)(?:'d| would)? (?:like|want) to |haluan |haluamme |haluaisi\\p{L}* |jag vill |vi vill )?(?:update|change|correct|amend|edit|päivitä|päivittää|muuta|muuttaa|korjaa|korjata|uppdatera|ändra|rätta|korrigera)\\s+(?:(?:the |submission |ilmoitus(?:ta)? |anmälan )?(?=(?:SS\\d|need-\\d|\\d))|(?:${OWN})\\s+|(?=(?:\\p{L}+ ){0,2}\\p{L}{2,}mme(?!\\p{L}))|(?=(?:the )?(?:\\p{L}+ ){0,2}(?:amount|quantity)(?!\\p{L})|\\p{L}*mängden(?!\\p{L})|(?:\\p{L}+ ){1,3}määr\\p{L}+)|(?=(?:\\p{L}+ ){1,5}(?:we|i|vi|jag)(?: have| had| har)? (?:published|submitted|listed|publicerat|anmält|lagt upp)(?!\\p{L})))`,
  "iu",
);
/** "Withdraw SS093", "peru ilmoitus 4", "ta bort SS093". */
export const WITHDRAWS = word(
  "withdraw|remove|delete|take down|poista|poistaa|peru|perua|peruuta|vedä pois|ta bort|dra tillbaka|återkalla",
);
/** "SS093 is still valid". */
export const RENEWS = word(
  "still valid|renew|(?:on )?(?:yhä|edelleen) voimassa|uusi (?:voimassaolo|ilmoitus)|jatka|gäller (?:ännu|fortfarande)|fortfarande giltig|förnya|förläng",
);
/** Somebody has stuff to give. */
export const HAVES = [
  word(
    "(?:we|i)(?:'ve| have| has)? (?:currently |now |also |regularly |will |can |could |would )*(?:have|'ve got|got|get|generate|produce|are left with|end up with|offer|give away|supply|sell|provide|left)|we'?ve(?: got)?|we have|i have",
  ),
  word(
    "our \\p{L}+(?: \\p{L}+){0,4} (?:generates?|produces?|accumulates?|gives?|has|gets|yields|leaves|(?:is|are) left with|ends? up with)|(?:left over|arises?|is generated) (?:at|from|in) our|(?:at|in|from) our (?:[\\p{L}\\d.,–-]+ ){1,9}(?:arises?|accrues?|(?:is|are) (?:generated|produced|left(?: over)?))",
  ),
  word(
    "(?:meillä|meiltä|meille|minulla|mulla|\\p{L}{3,}(?:llamme|ltamme|ssamme|stamme))(?: [\\p{L}\\d.–-]+){0,4} (?:on|olisi|olis|ois|syntyy|syntyisi|jää|jäisi|kertyy|muodostuu|tulee|vapautuu)|meillä (?:on|olisi)|tarjolla olisi|(?:voitais|voitaisiin|saatais|saataisiin) (?:myydä|myytyä|tarjota|antaa|luovuttaa)|(?:voimme|voisimme|haluamme) (?:tarjota|antaa|myydä|luovuttaa)|tarjoamme|tuotamme|olisi tarjolla",
  ),
  word(
    "vi (?:har|får|producerar|genererar|erbjuder|(?:kan|kunde|vill|skulle kunna|skulle vilja) (?:erbjuda|ge bort|ge|sälja|leverera))|hos oss(?: \\p{L}+){0,3} (?:uppstår|uppkommer|finns|blir|bildas)|(?:har|får|producerar) vi|(?:vår|vårt)\\p{L}* \\p{L}+(?: [\\p{L}\\d]+){0,4} (?:uppstår|uppkommer|får|ger|har|producerar|blir|bildas|samlas|ackumuleras|produceras)",
  ),
];

/** Somebody needs stuff. */
export const NEEDS = [
  word(
    "(?:we|i)['’](?:re|m) (?:looking|searching) for|(?:we|i)(?:'d| would| could| can| also| will)* (?:need|require|(?:are|am) (?:looking|searching) for|look for|take|use|want(?! to (?!buy|take|use|get|have))|buy|seek|(?:are|am) short of|lack|have (?:a |any )?(?:use|need) for|could do with)",
  ),
  word(
    "(?:on|olisi|olis|ois) (?:tarvetta|pula|pulaa|puute|puutetta)|tarvitse(?:mme|n)|tarvitsisi(?:mme|n)|etsi(?:mme|n)|ottaisi(?:mme|n)|otamme|ostaisi(?:mme|n)|ostamme|haemme|kaipaamme|(?:haluaisi|voisi|voi)(?:mme|n) (?:ottaa|vastaanottaa|ostaa|saada|hyödyntää)",
  ),
  word(
    "(?:vi|jag) (?:skulle )?(?:gärna )?(?:behöver|behöva|köpa|ta emot|vilja (?:ha|köpa)|(?:ha|har) (?:behov av|brist på|ont om)|söker|letar efter|saknar|vill (?:ha|köpa)|(?:kan|kunde) (?:ta emot|köpa|använda)|köper(?: gärna)?|tar(?: gärna)? emot)",
  ),
  word("need|tar(?:ve|peen|peemme|vetta)|behov(?:et)?"),
];

/** Words that ask, at the head of a message. */
export const STARTS_ASKING =
  /^\W*(?:(?:and|but|so|ja|mutta|entä|och|men|så)\s+)?(?:who|whom|whose|what|which|where|when|why|how|is|are|does|did|should|must|tell|explain|describe|compare|kuka|kenen|kenelle|keneltä|ketkä|mikä|minkä|mitä|mitkä|missä|mistä|mihin|minne|millainen|milloin|miksi|miten|montako|paljonko|kuinka|onko|voiko|pitääkö|saako|kerro|näytä|listaa|luettele|vertaa|vem|vems|vad|vilk\p{L}+|var|vart|varifrån|när|varför|hur|finns|är|ska|måste|berätta|visa|lista|jämför)(?!\p{L})/iu;

/** A place is looked for: the stuff is one of its merits. */
export const SEEKS_PLACE =
  /\d\s?ha(?!\p{L})|(?<!\p{L})(?:hect|hehtaar|hektar|locat|settl|relocat|plot|sijoit|asettu|tont[tie]|tomt|etabler|lokaliser)/iu;

/** A lot that comes once. */
export const ONCE = word(
  "(?:an? )?one-?off(?: (?:lot|batch|amount))?|once(?: only)?|a single (?:lot|batch)|stockpiled?|kertaerä\\p{L}*|kertaluont\\p{L}*|kerran|engångsparti\\p{L}*|en gång|engångs\\p{L}*|upplag\\p{L}*",
);
/** Every year. */
export const YEARLY = word(
  "(?:a|per|each|every) year|per annum|p\\.?a\\.|annual(?:ly)?|yearly|vuodessa|vuosittain|joka vuosi|vuotta kohti|per år|om året|varje år|årligen|i året",
);
/** Behind a unit: "t/a", "t/v". */
export const PER_YEAR_MARK = /(?<=[\p{L}\d³])\s*\/\s*(?:v|vuosi|a|år|year|yr)(?!\p{L})/iu;

/** Words that stand before a name and belong to none. */
export const NO_NAME =
  /^(?:we|we've|i|i'd|our|my|have|has|had|got|get|gets|generate|generates|produce|produces|offer|offers|sell|supply|give|need|needs|require|take|use|want|buy|seek|like|left|publish|update|change|add|please|available|now|currently|about|around|some|approximately|plant|mill|side|stream|one-off|lot|batch|meillä|meiltä|meille|mulla|meidän|on|olisi|olis|ois|tarvetta|vapaana|syntyy|jää|kertyy|muodostuu|tulee|tarjolla|tarjota|voimme|tuotamme|annettavaksi|annettavana|myytävänä|tarvitsemme|tarvitsisimme|etsimme|ottaisimme|ostaisimme|otamme|haemme|julkaise|päivitä|lisää|ilmoita|noin|nyt|sivuvirta|tarve|tarpeen|vi|har|får|vår|vårt|våra|hos|oss|uppstår|uppkommer|producerar|erbjuda|erbjuder|behöver|söker|köper|tar|gärna|emot|publicera|uppdatera|anmäl|lägg|till|cirka|ungefär|omkring|över|blir|bildas|sidoström|behov|behov av|ledigt|\p{L}+(?:llamme|ltamme|ssamme|stamme))$/iu;

/** Groups of stuff whose name is its state of matter; of anything else it is not told by the name. */
export const NAMED_FORMS = ["sludge", "gas", "heat"] as const;
