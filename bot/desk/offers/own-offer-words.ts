/** Words by which members speak of what they have published already, in the three languages. */

const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, "iu");

/** What was published, as people call it. */
const LISTING =
  "submissions?|listings?|publications?|ads?|adverts?|postings?|\\p{L}*-?(?:ilmoitu(?:s|ks)\\p{L}*|julkaisu\\p{L}*|annons\\p{L}*|anmäl(?:an|ning\\p{L}*)|publicering\\p{L}*)";
const IS_LISTING = word(LISTING);
const PUBLISHED = word(
  `published|submitted|listed|${LISTING}|julkaist\\p{L}+|julkaiss\\p{L}+|ilmoitta(?:nut|neet|mani|mamme)|ilmoitettu|publicera(?:t|de|ts)|anmält|anmälda`,
);
/** The asker's own. */
const OWN = word(
  "my|our|mine|ours|have (?:i|we)|(?:i|we)(?: have|'ve)|in (?:my|our) name|minun|mun|meidän|omat|omia|oma|meiltä|meillä|minulta|minulla|mulla|olen|olemme|nimissä(?:ni|mme)|\\p{L}*(?:ilmoitukse|julkaisu)\\p{L}*(?:ni|mme)|mina|min|mitt|våra|vår|vårt|har (?:jag|vi)|(?:jag|vi) har|i (?:mitt|vårt) namn",
);
const SHOWS = word(
  "show|list|see|what|which|has|is|are|have|näytä|listaa|mitä|mitkä|onko|ovatko|joko|visa|lista|vad|vilka|är|har",
);
/** Duties, and whatever else is asked of publishing in general. */
const IN_GENERAL = word(
  "must|have to|need to|should|how|why|where|when|authorit\\p{L}+|pitää|täytyy|pitäisi|tehdä|miten|miksi|missä|milloin|viranomai\\p{L}+|måste|ska|bör|behöver|hur|varför|när|myndighet\\p{L}*",
);
/** Others than the asker. */
const SOMEBODY = word("anyone|anybody|someone|somebody|joku|kukaan|någon");
/** More words than this tell of something else. */
const MOST_WORDS = 9;

/** Whole messages: "my listings". */
const NAMES_OWN =
  /^\W*(?:(?:my|our|mina|våra|omat|minun|meidän) )?(?:own )?(?:submissions|listings|publications|published (?:side )?streams|ilmoitukse(?:t|ni|mme)|julkaisu(?:t|ni|mme)|anmälningar|publiceringar|annonser|publicerade sidoströmmar)\W*$/iu;

/** "What have I published?", "onko ilmoitukseni hyväksytty", "visa mina annonser". */
export function listsOwnOffers(words: string): boolean {
  if (NAMES_OWN.test(words)) return true;
  if (words.split(/\s+/).length > MOST_WORDS || IN_GENERAL.test(words)) return false;
  if (SOMEBODY.test(words) || ENDS.test(words) || CHANGES.test(words)) return false;
  return OWN.test(words) && PUBLISHED.test(words) && SHOWS.test(words);
}

const ENDS = word(
  "withdraw|remove|delete|take (?:\\p{L}+ ){0,4}(?:down|back|off)|unpublish|cancel|poista|poistaa|peru|perua|peruuta|vedä|ottaa pois|ota pois|removed|poistetaan|ta bort|tas bort|dra tillbaka|återkalla|radera",
);
const CHANGES = word(
  "update|change|correct|amend|edit|päivit\\p{L}+|muut\\p{L}+|korja\\p{L}+|uppdatera|ändra|rätta",
);

/** Something is there no more: sold, gone, no longer arising. */
const GONE = word(
  [
    "no longer|not (?:have )?any ?more|(?:any ?more|any longer)|ha(?:s|ve) no more|run out of|(?:is|are|been)(?: all| now| already)* (?:sold|gone|given away)",
    "ei (?:\\p{L}+ ){0,4}enää|enää (?:\\p{L}+ ){0,2}ei|(?:on|jo|nyt) (?:jo )?(?:myyty|mennyt|loppunut|loppu)|loppui",
    "inte (?:\\p{L}+ ){0,4}längre|inte längre|(?:är|blivit|har)(?: redan| nu)* (?:såld\\p{L}*|sålt\\p{L}*|slut|borta)|tagit slut",
  ].join("|"),
);
/** The asker's own stuff. */
const OF_US = word(
  "we|i|our|my|us|meillä|meiltä|meidän|minulla|\\p{L}{3,}mme|vi|jag|vår|vårt|våra|oss|min|mitt|mina",
);
/** Stuff that is published, as people call it. */
const ROW = word(
  "\\p{L}*(?:streams?|virta\\p{L}*|virra\\p{L}*|ström(?:men|mar(?:na)?)?)|need|tarve|tarpee\\p{L}+|behov(?:et)?",
);

/**
 * Tells whether a row of the asker's own is to be taken back, though no row is named by its id.
 *
 * @returns `sure` for a request in so many words, `maybe` for words that mean it only of stuff the asker has published;
 * nothing for any other message.
 *
 * @example
 * ```ts
 * readOwnWithdrawal("Ta bort vår gipsannons"); // "sure"
 * readOwnWithdrawal("We no longer have gypsum"); // "maybe"
 * ```
 */
export function readOwnWithdrawal(words: string): "sure" | "maybe" | undefined {
  if (words.includes("?") || IN_GENERAL.test(words)) return undefined;
  const isOwn = OF_US.test(words);
  if (ENDS.test(words)) {
    if (isOwn && (IS_LISTING.test(words) || ROW.test(words))) return "sure";
    return isOwn || IS_LISTING.test(words) || ROW.test(words) ? "maybe" : undefined;
  }
  return GONE.test(words) && isOwn ? "maybe" : undefined;
}

const CORRECTION = word(
  [
    "actually|in fact|in reality|instead|ha(?:s|ve) (?:been )?changed|(?:is|are) now|now only|only|(?:right|correct) (?:figure|amount|number|quantity)|should be",
    "\\p{L}{2,}kin|muuttu\\p{L}+|sittenkin|todellisuudessa|on nyt|enää|tilalle|oikea (?:luku|määrä)|pitäisi olla",
    "i själva verket|i verkligheten|ändra(?:ts|des)|(?:är|blir) nu|i ?stället|egentligen|bara|rätt (?:siffra|mängd)|borde vara",
  ].join("|"),
);
const AMOUNT = word("amount|quantity|määrä\\p{L}*|\\p{L}*mängden");

/** "Our gypsum is actually only 1,800 t a year": a correction, if the asker has published such stuff. */
export function correctsOwnOffer(words: string): boolean {
  if (words.includes("?") || !/\d/.test(words)) return false;
  return CORRECTION.test(words) && (OF_US.test(words) || AMOUNT.test(words));
}

/** Whether words name what is published as such, whatever it is of. */
export function namesListing(words: string): boolean {
  return IS_LISTING.test(words);
}

/** Takes the word for a publication out of compounds: "gipsannons" is a stream of gypsum. */
export function partListings(words: string): string {
  return words
    .replace(/(\p{L}{3,}?)s?-?ilmoitu(?:s|ks)\p{L}*/giu, "$1virta")
    .replace(/(\p{L}{3,}?)-?(?:annons|anmälan|anmälning)\p{L}*/giu, "$1ström")
    .replace(/(\p{L}{3,}?)vir(?:ran|ta|ra)mme(?!\p{L})/giu, "$1virta");
}
