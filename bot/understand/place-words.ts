/** How people speak of a place to be: words that stand for a place nobody has named yet, in the three languages. */

const EN_NOUN =
  "(?:eco-?industrial |industrial |business |recycling |circular[ -]economy )?(?:parks?|sites?|plots?|places?|locations?|areas?|spots?|towns?|hubs?|estates?|addresse?s?)";
const FI_NOUN =
  "\\p{L}*(?:puisto|alue|paikka|paikan|paikkaa|puistoa|puiston|aluetta|alueen|tontti|tontin|tonttia|sijainti|sijaintia|paikkakunta|kaupunki|keskittymä|osoite)";
const SV_NOUN =
  "(?:\\p{L}*park(?:er)?|\\p{L}*område(?:n)?|plats(?:er)?|ställe(?:n)?|ort(?:er)?|stad|tomt(?:er)?|läge|hörn)";

/**
 * A place that is described or wished for: "a site where …", "jokin alue, jossa …", "ett ställe med …". "The area" and
 * "puistossa" are places already spoken of.
 */
export const PLACE_WANTED: readonly RegExp[] = [
  new RegExp(
    `(?<!\\p{L})(?<!(?:into|join|joining|of|as|like|start|starting|found|founding|run|running) )(?:an?|any|some|which|what|another|one|find|no) (?:[\\p{L}-]+ ){0,3}?${EN_NOUN}(?!\\p{L})`,
    "iu",
  ),
  new RegExp(
    `(?:^|[.:;!?]\\s+)(?:[\\p{L}-]+ ){0,2}?${EN_NOUN} (?:where|with|that|for|next|near|beside|to|by|having|offering|wanted|sought|needed)(?!\\p{L})`,
    "iu",
  ),
  /(?<!\p{L})(?:somewhere|anywhere (?:that|where|with|near|next))(?!\p{L})/iu,
  new RegExp(
    `(?<!\\p{L})(?:jokin|joku|jonkin|jotain|mikään|mikä|minkä|mikähän|semmoinen|sellainen|tällainen) (?:[\\p{L}-]+ )?${FI_NOUN}(?!\\p{L})`,
    "iu",
  ),
  new RegExp(
    `(?<!\\p{L})${FI_NOUN},? (?:jossa|josta|jonka|jolla|jolta|johon|jolle|joka|missä|mistä|mihin)(?!\\p{L})`,
    "iu",
  ),
  new RegExp(`(?:^|[.:;!?]\\s+)(?:[\\p{L}-]+ )?${FI_NOUN}(?!\\p{L})`, "iu"),
  new RegExp(
    `(?<!\\p{L})(?:löytyi?s?i?kö|löytyisi|löytyykö|etsi\\p{L}*|hae\\p{L}*|haussa|tarvits\\p{L}*|tarvit\\p{L}*|onko|olisiko) (?:[\\p{L}-]+ ){0,3}?${FI_NOUN}(?!\\p{L})`,
    "iu",
  ),
  /(?<!\p{L})(?:jonnekin|johonkin|jossakin|jossain|jostain)(?!\p{L})|\p{L}{2,}(?:puistosta|paikasta|alueelta|paikkakunnalta),? (?:jossa|josta|jolla|missä)/iu,
  new RegExp(
    `(?<!\\p{L})(?:en|ett|nån|nåt|någon|något|några|vilken|vilket|vilka) (?:[\\p{L}-]+ ){0,2}?${SV_NOUN}(?!\\p{L})`,
    "iu",
  ),
  new RegExp(
    `(?:^|[.:;!?]\\s+)(?:[\\p{L}-]+ )?${SV_NOUN} (?:med|där|för|som|vid|i|nära|till|intill|bredvid|sökes)(?!\\p{L})`,
    "iu",
  ),
  new RegExp(`(?<!\\p{L})${SV_NOUN} där(?!\\p{L})`, "iu"),
  /(?<!\p{L})(?:in the same (?:place|area|park)|under (?:one|the same) roof|saman katon al\p{L}+|under (?:samma|ett) tak|(?:ideally|preferably|best) where|(?:mieluiten|mielellään) (?:siellä|sinne|sieltä),? missä|(?:helst|gärna) (?:där|dit där)|sama(?:sta|lla|ssa|lta) (?:paikasta|paikassa|alueella|alueelta|puistossa|puistosta)|på samma (?:ställe|plats|område|ort)|i samma park)(?!\p{L})/iu,
  /(?<!\p{L})(?:någonstans|nånstans)(?!\p{L})/iu,
];

/** "Where would it fit?", "missä päin Suomea", "location?": asked of what is told, in whatever sentence. */
export const WHERE_TO =
  /(?<!\p{L})(?:where (?:to|would|could|should|might|can|do) (?:\p{L}+ )*?(?:fit|feel|be|go|sit|land|put|build|run|work|start|grow|place|base|open|suit|thrive)(?!\p{L})|where in finland|any (?:ideas?|suggestions?|tips?)|what (?:would|do) you (?:propose|suggest|recommend)|where(?: then| to)?\s*\?|locations?\s*\?|sends? (?:me|us)|point (?:me|us)|missä päin|mihin päin|minnepäin|(?:mihin|minne) (?:\p{L}+ )*?(?:kannatta\p{L}*|sijoit\p{L}*|asettu\p{L}*|asettau\p{L}*|perusta\p{L}*|rakenta\p{L}*|mennä|muutta\p{L}*|lähteä)|missä (?:\p{L}+ ){0,3}(?:viihty|pärjä|onnistu|kannatta|sopi|pysty|voisi)\p{L}*|mistä (?:\p{L}+ ){0,2}(?:paikka|tontti|tila|alue)\p{L}*|ehdottaisi\p{L}*|var (?:i finland|någonstans|skulle|kunde|ska|bör|borde|passar|trivs|lönar)|vart (?:\p{L}+ )?(?:borde|ska|bör|kan) vi|var\s*\?|tips\s*\?|vad (?:skulle|kan) (?:ni|du) (?:föreslå|rekommendera))(?!\p{L})/iu;

/** Things close by, in words that no neighbour is named with. */
export const CLOSE_BY =
  /(?<!\p{L})(?:near ?by|on the spot|around the corner|at hand|within reach|by pipe(?:line)?|from a pipe|piped|in a pipe|through a pipe|paikan päällä|äärellä|äärestä|ympärillä|ympäriltä|tuntumassa|putke(?:sta|a pitkin|lla)|putkitse|på plats|i närheten|runt omkring|omkring oss|på gångavstånd|i rör|genom rör|via rör|rörledning|vid (?:en|ett))(?!\p{L})/iu;

/** "For a paint factory": what the place is for. */
export const FOR_PLANT =
  /(?<!\p{L})(?:for|för|till) (?:an?|our|my|en|ett|vår|vårt) (?:[\p{L}-]+ ){0,2}\p{L}*(?:plants?|factory|mill|works|workshop|smelter|fabrik|anläggning|verk|verkstad)(?!\p{L})|\p{L}+(?:tehtaalle|laitokselle|verstaalle|pajalle|myllylle)(?!\p{L})/iu;

/** What the asker has and offers: the message looks for a taker, not a place. */
export const OFFERS_STREAM =
  /(?<!\p{L})(?:we have (?:about |around |some )?\d|we (?:get|generate|produce) (?:about )?\d|meillä on (?:noin )?\d|meiltä (?:tulee|syntyy)|syntyy|kertyy|vi har (?:cirka |ungefär |ca )?\d|uppstår|to (?:sell|give away|dispose of|get rid of)|who could)(?!\p{L})/iu;

/**
 * Questions for a fact, or for yes or no, that name what a place might have: "Should one zone …?", "Which shipping
 * lines …?". "Is there a site …?" and "Could you find …?" look for a place.
 */
export const ASKS_OF_WHAT_IS =
  /^\W*(?:and |ja |och |so )?(?:(?:is|are)(?! there)|does|do(?! you (?:know|have))|has|have|did|was|were|should|must|can(?! you)|could(?! (?:you|we settle))|may|which(?! (?:one|other|(?:[\p{L}-]+ )?(?:parks?|sites?|places?|areas?|towns?|city|cities|locations?|plots?|spots?|regions?|hubs?|addresses))(?!\p{L}))|what (?:[\p{L}-]+ ){1,3}(?:does|do|did|is|are|was|were|has|have)|(?!(?:löytyy|löytyisi|on|olisi|tiedätte|tiedät|voisitte|voitte|kannattaa|kannattais|kannattaisi|sopisi|sopii)(?:ko|kö))\p{L}+(?:ko|kö)|on(?:ko)? (?:totta|tämä|se)|mi(?:kä|nkä|tä|tkä)(?! (?:\p{L}+ )?\p{L}*(?:puisto|alue|paik|tont|kaupun|kunta|sijain|seutu|seudu))|är|har|får|ska|måste|borde man|stämmer|vilk(?:en|et|a)(?! (?:\p{L}+ )?\p{L}*(?:park|område|plats|ställe|ort|stad|tomt|region|läge)))(?!\p{L})|(?:^|[,–-]\s*)(?:how (?:many|much|deep|large|big|long|old)|kuinka (?:monta|paljon|syvä|iso|suuri)|montako|paljonko|hur (?:många|mycket|djup|stor|lång))(?!\p{L})/iu;
