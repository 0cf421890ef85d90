import type { Language } from "../../knowledge/languages.ts";

/** What the words of an answer must hold, judged by how the question begins. */
export type AnswerType =
  | "person"
  | "phone"
  | "email"
  | "web"
  | "number"
  | "date"
  | "place"
  | "definition"
  | "reason"
  | "any";

/** Kinds that an answer may lack and still be one; the others name something that must stand there. */
export const LOOSE_TYPES: ReadonlySet<AnswerType> = new Set(["any", "definition", "reason"]);

const PATTERNS: Record<Language, readonly [RegExp, AnswerType][]> = {
  en: [
    [
      /\b(?:phone|telephone|mobile|number to call|call)\b|\b(?:his|her|their|the) number\b(?! of)|\bnumber\b(?=[\s?!.]*$)/,
      "phone",
    ],
    [/\be-?mail\b/, "email"],
    [/\b(?:web ?site|web ?page|home ?page|url|web address)\b/, "web"],
    [
      /\bhow (?:many|much|large|big|long|far(?! back)|old)\b|\b(?:number|amount|share|percentage|size|area|cost|price) of\b|\bwhat (?:percentage|share)\b|\bwhat (?:does|do|did|is|would|will)\b.*\bcosts?\b|\bwhat (?:does|do|did|would|will)\b.*\bpays?\b|\bhow expensive\b|\bfees?\b|\bhow (?:deep|high|tall|wide|thick|heavy|hot|cold|warm)\b|\b(?:capacity|depth|length|height|width|distance|budget|turnover|thickness|diameter)\b/,
      "number",
    ],
    [
      /\bwhen\b|\bhow far back\b|\b(?:what|which) (?:year|date|month|decade)\b|\bsince when\b|\bhow long ago\b/,
      "date",
    ],
    [
      /^\W*(?:and )?who(?:m|se)?\b|\bwho (?:is|are|was|leads|heads|runs|should|can|do|does)\b|\bcontacts?\b|\bget (?:in touch|hold)\b|\bin charge\b|\b(?:talk|speak|turn) to\b|\breach\b/,
      "person",
    ],
    [
      /\bwhere\b|\b(?:in|at) (?:what|which) (?:place|town|city|municipality|region|location)\b|\blocat(?:ed|ion)\b/,
      "place",
    ],
  ],
  fi: [
    [
      /puhelin|\bpuh\b|\bnumero(?:nsa|n|t)?\b(?=[\s?!.]*$)|\bnumero(?:on|sta)?\b(?=.*(?:soit|tavoit))|soittaa/,
      "phone",
    ],
    [/sähköposti|\bs-posti|\bmeili|email/, "email"],
    [/verkkosivu|kotisivu|nettisivu|www-|verkko-osoite/, "web"],
    [
      /\bmonta\w*|\bkuinka (?:paljon|suuri|iso|laaja|pitkä|monessa|moni)|\bmiten (?:paljon|suuri|iso|monta)|määrä(?!\p{L})|lukumäärä|pinta-ala|osuus|prosentti|\bpaljonko\b|(?<!\p{L})mitä (?:\p{L}+ )*maksa\p{L}*|hinta\b|maksu\b|\bmoniko\b|kapasiteet|syvyys|pituus|korkeus|leveys|paksuus|etäisyys|tilavuus|pitoisuu|luparaja|raja-arvo|budjet|liikevaihto|\b(?:kuinka|miten) (?:syvä|korkea|leveä|paksu|painava|kuuma|kylmä|lämmin)/u,
      "number",
    ],
    [
      /\bmilloin\b|\bkoska\b|\b(?:kuinka|miten) (?:kauas|kauan sitten)|\b(?:millä|minkä|mistä|miltä) vuosikymmen|\b(?:minä|mikä|mistä|minkä) vuo(?:nna|si|desta|den)|\bminä päivänä|\bmihin aikaan|\bvuonna\?/,
      "date",
    ],
    [
      /(?<!\p{L})(?:kuka|ketkä|keiden|keille|keneen|kenen|kenelle|keneltä|kehen|ketä|kenet|kenellä)(?!\p{L})|yhteyshenkil|yhteystie|yhteyttä|yhteyden|kontakt/u,
      "person",
    ],
    [
      /(?<!\p{L})(?:missä|mistä päin|mihin|minne|minkä (?:kaupungin|kunnan|paikkakunnan)|millä paikkakunnalla)(?!\p{L})|sijainti|sijaitse/u,
      "place",
    ],
  ],
  sv: [
    [/telefon|\btfn\b|(?<!antal )\bnummer(?:et)?\b|\bringa\b|\bmobilnummer\b/, "phone"],
    [/e-?post|\bmejl|\bmail|email/, "email"],
    [/webbplats|webbsida|hemsida|webbadress/, "web"],
    [
      /\bhur (?:många|mycket|stor|stort|stora|lång|långt(?! tillbaka)|hög)\b|\bantal(?:et)?\b|\bandel(?:en)?\b|\bareal(?:en)?\b|\bvad (?:kostar|kostade|betalar|betalade)\b|\bpriset\b|\bavgiften?\b|\bprocent|\bmängd(?:en)?\b|kapacitet|\bdjupet?\b|\blängden?\b|\bhöjden?\b|\bbredden?\b|\bavståndet?\b|budget|omsättning|tjocklek|\bhur (?:djup|djupt|högt|bred|brett|tjock|tjockt|tung|tungt|varm|varmt|het|hett|kall|kallt)\b/,
      "number",
    ],
    [
      /\bnär\b|\bvilket (?:år|datum|decennium|årtionde)\b|\bvilka år\b|(?<!\p{L})årtal(?:et)?(?!\p{L})/u,
      "date",
    ],
    [/\b(?:vem|vems|vilka personer)\b|kontakt|\bfår?(?: \p{L}+)? tag\b|(?<!\p{L})nå(?!\p{L})/u, "person"],
    [
      /\bvar\b|\bvart\b|\bvarifrån\b|\bvilken (?:ort|stad|kommun|region)\b|\bbeläg(?:en|et|na)\b|\bligger\b/,
      "place",
    ],
  ],
};

/** Questions that ask what a thing is, or to be told about it. */
const DEFINITIONS: Record<Language, RegExp> = {
  en: /^\W*(?:(?:can you |could you |please )*(?:tell me (?:something |more )?about|describe|explain|introduce)|what (?:is|are|does)|what's|define)\b(?!.*\b(?:largest|biggest|smallest|main|most important)\b)(?!.*\b(?:done|used|made|happening)\b)/,
  fi: /^\W*(?:kerro(?:tko|isitko)?|kuvaile|selitä|esittele|mikä (?:se )?(?:on|oli)(?! \p{L}*(?:suurin|pienin|tärkein)(?!\p{L}))|mitä (?:on|ovat|tarkoit\p{L}*|tarkoitetaan)|mi(?:kä|tä) [\p{L}\d:-]+(?: [\p{L}\d:-]+)? (?:on|ovat|tarkoittaa|tarkoittavat)[\s?!.]*$|mitkä ovat(?!.*(?:suurimmat|tärkeimmät|isoimmat))|millainen|minkälainen)(?!\p{L})/u,
  sv: /^\W*(?:(?:kan du )?(?:berätta|beskriv|förklara|presentera)|vad (?:är|innebär|betyder|menas)|vilken sorts)(?!\p{L})/u,
};

/** "Why does trust matter when one runs a park?" asks for no date: "when" joins there, it does not ask. */
const OTHER_OPENING =
  /^\W*(?:why|how|what|which|who|miksi|miten|kuinka|mitä|mikä|mitkä|kuka|varför|hur|vad|vilken|vilket|vilka|vem)(?!\p{L})/u;
const CONJUNCTIONS = /(?<!\p{L})(?:when|koska|milloin|när)(?!\p{L})/gu;

const ASKS_REASON =
  /^\W*(?:why|how come|for what reason|what (?:was|is|were) the reason|miksi|minkä (?:takia|vuoksi)|mistä syystä|varför|av vilken (?:anledning|orsak))(?!\p{L})/u;

/** Reads from the question's words what kind of thing is asked for. */
export function detectAnswerType(text: string, language: Language): AnswerType {
  const whole = text.toLowerCase();
  const lower = OTHER_OPENING.test(whole) ? whole.replace(CONJUNCTIONS, " ") : whole;
  if (ASKS_REASON.test(whole)) return "reason";
  for (const [pattern, type] of PATTERNS[language]) if (pattern.test(lower)) return type;
  return DEFINITIONS[language].test(lower) ? "definition" : "any";
}

/** Words that give a reason or a purpose. */
const REASON =
  /(?<!\p{L})(?:because|since|due to|owing to|so that|in order to|therefore|thus|thereby|reason\p{L}*|influenced by|aims? (?:is|to)|purpose|enabl\p{L}*|guarantee\p{L}*|koska|sillä|jotta|siksi|takia|vuoksi|ansiosta|syy\p{L}*|tarkoitu\p{L}*|tavoit\p{L}*|mahdollista\p{L}*|eftersom|därför|för att|tack vare|på grund av|orsak\p{L}*|anledning\p{L}*|syfte\p{L}*|möjliggör\p{L}*)(?!\p{L})/iu;
const PHONE = /\+?\d[\d\s()]{6,}\d/;
/** A person, or an organisation that may be meant by "who": a name inside the sentence. */
const PERSON = /(?<=[\s(“"])\p{Lu}[\p{L}\d]+|^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u;
const DATE =
  /\b(?:1[89]|20)\d\ds?\b|\b\d{1,2}\.\d{1,2}\.|\b(?:january|february|march|april|june|july|august|september|october|november|december|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu|januari|februari|mars|maj|juni|juli|augusti|oktober)/i;
/** A year is no amount, unless a unit follows ("2000 t"). */
const DIGITS =
  /(?<![\d.,])(?!(?:1[5-9]|20)\d\d(?!\d| ?(?:t|kg|ha|m|km|MW|GW|tonn\p{L}*|tons?|hehtaari\p{L}*|hektar)(?!\p{L})))\d/u;
/** Numbers in words, with the Finnish ones as they inflect; whole words, since a port ("satama") is no hundred ("sata"). */
const NUMERALS = new RegExp(
  `(?<!\\p{L})(?:${[
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens?|hundreds?|thousands?|millions?",
    "kaksi|kahden|kahta|kahdessa|kahdesta|kahteen|kolm(?:e|en|ea|essa|esta|een)|neljä(?:n|ä|ssä|stä|än)?",
    "viisi|viiden|viittä|kuusi|kuuden|kuutta|seitsemän|seitsemää|kahdeksan|kahdeksaa|yhdeksän|yhdeksää|kymmen(?:en|tä|iä)",
    "(?:pari|kaksi|kolme|neljä|viisi)kymmentä|kahdenkymmenen|sata|sadan|sataa|satoja|tuhat|tuhannen|tuhatta|tuhansia|miljoona(?:n|a)?|miljoonia",
    "två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tjugo|tjugotal|trettio|fyrtio|femtio|hundra|hundratals|tusen|tusentals|miljon(?:er)?",
  ].join("|")})(?!\\p{L})`,
  "iu",
);

/** Tells whether a sentence holds the kind of thing that is asked for. */
export function holdsAnswerType(sentence: string, type: AnswerType): boolean {
  switch (type) {
    case "phone":
      return PHONE.test(sentence);
    case "email":
      return /\S+@\S+\.\S+/.test(sentence);
    case "web":
      return /www\.|https?:\/\/|\b[\w-]+\.(?:fi|com|eu|org|net)\b/.test(sentence);
    case "reason":
      return REASON.test(sentence);
    case "number":
      return DIGITS.test(sentence) || NUMERALS.test(sentence);
    case "date":
      return DATE.test(sentence);
    case "person":
      return PERSON.test(sentence);
    case "place":
      return /\p{Lu}\p{Ll}+/u.test(sentence.slice(1));
    default:
      return true;
  }
}
