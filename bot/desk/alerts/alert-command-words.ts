import type { Language } from "../../../knowledge/languages.ts";

/** How alerts that are there are spoken of in a language. All patterns ignore the case of letters. */
export interface AlertCommandWords {
  /** "Alert" in all its forms; the first group is what a compound says it watches: "tuhkahälytys". */
  noun: RegExp;
  /** Makes a compound that names streams of what the noun's compound says. */
  streamsOf: (compound: string) => string;
  /** Messages that end the telling without naming an alert: "stop telling me about ash". */
  stopTelling: RegExp;
  pause: RegExp;
  resume: RegExp;
  delete: RegExp;
  /** What makes an end of it a pause: "for now". */
  meanwhile: RegExp;
  /** All alerts are meant. */
  all: RegExp;
  /** The asker's own. */
  own: RegExp;
  /** That something is to be shown. */
  shows: RegExp;
  /** Whole questions for what is watched that name no alert. */
  asksWatched: RegExp;
  /** Words of a command that say nothing of what is watched. */
  filler: RegExp;
}

const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, "giu");

const EN: AlertCommandWords = {
  noun: word("()(?:stream )?(?:alerts?|notifications?|subscriptions?)"),
  streamsOf: (compound) => `${compound} streams`,
  stopTelling: word(
    "(?:stop|quit|no more|(?:please )?(?:don't|do not)) (?:notify(?:ing)?|tell(?:ing)?|alert(?:ing)?|messag(?:e|ing)|send(?:ing)?|inform(?:ing)?|ping(?:ing)?)(?: me| us)?(?: (?:any )?(?:messages|notifications|alerts|news))?(?: any ?more)?(?: (?:about|on|of))?",
  ),
  pause: word(
    "paus(?:e|ing)|suspend|mute|silence|snooze|hush|quiet|put (?:\\p{L}+ ){1,6}on (?:hold|pause|ice)|hold",
  ),
  resume: word(
    "resume|continue|un-?pause|un-?mute|re-?start|re-?activate|re-?enable|activate|enable|(?:turn|switch|put) (?:\\p{L}+ ){0,6}(?:back )?on|back on|again",
  ),
  delete: word(
    "delete|remove|cancel|stop|end|erase|drop|disable|scrap|get rid of|unsubscribe|(?:turn|switch)(?: \\p{L}+){0,6} off|(?:no longer|do not|don't|not) (?:need|want)",
  ),
  meanwhile: word("for now|for a while|temporarily|until|meanwhile|for the time being|holidays?|vacation"),
  all: word("all(?: of)?|every"),
  own: word(
    "my|our|for (?:me|us)|(?:do|have|did) (?:i|we)(?: \\p{L}+)? (?:have|set|made|got|created)|(?:i|we)(?:'ve)? (?:have|set|made|got)",
  ),
  shows: word("how many|show|list|see|display|what|which|any|have|give"),
  asksWatched: word(
    "(?:what|which|everything|all)(?: \\p{L}+)*? (?:am i|are we|i am|i'm|we are|we're)(?: \\p{L}+)*? (?:subscribed|notified|alerted|watching|following)",
  ),
  filler: word(
    "please|put|turn|switch|can|could|would|you|i|i'd|like|to|want|we|my|our|the|this|that|an?|of|for|on|about|number|no|from|any ?more|longer|do|not|don't|need|sending|start|begin|off|now|hold|back|again|while|until|further|notice|temporarily|all|every|am|holiday|thanks?|thank|it|being|time",
  ),
};

const FI: AlertCommandWords = {
  noun: word("(\\p{L}*?)-?(?:(?:haku)?va(?:hti|hdi|hte)\\p{L}*|hälyty\\p{L}*)"),
  streamsOf: (compound) => `${compound}virrat`,
  stopTelling: word(
    "(?:lopeta(?:kaa)?|lopettakaa|älä(?:kää)?|ei) (?:enää )?(?:(?:minulle|mulle|meille) )?(?:ilmoitukset|ilmoittelu|ilmoittaminen|ilmoittele|ilmoita|viestit|viestejä|viestien lähettäminen|lähettele viestejä|lähetä (?:viestejä|ilmoituksia))|en (?:enää )?halua (?:enää )?(?:saada )?(?:ilmoituksia|viestejä)",
  ),
  pause: word(
    "keskeyt\\p{L}+|tauot\\p{L}+|tauolle|tauoksi|pysäyt\\p{L}+|mykist\\p{L}+|hiljen\\p{L}+|vaimen\\p{L}+",
  ),
  resume: word(
    "jatk\\p{L}+|käynnist\\p{L}+|aktivoi\\p{L}*|palaut\\p{L}+|taas|jälleen|uudelleen|uudestaan|takaisin",
  ),
  delete: word(
    "poist\\p{L}+|lopet\\p{L}+|peru(?:uta|uttaa|a|isin|utan|n)?|sul(?:je|kea|jen)|lakkau\\p{L}+|pois (?:päältä|käytöstä)|en (?:\\p{L}+ )?(?:tarvi\\p{L}*|halua)",
  ),
  meanwhile: word("hetkeksi|toistaiseksi|väliaikaisesti|tilapäisesti|loma\\p{L}*|(?:vähäksi|joksikin) aikaa"),
  all: word("kaikki|kaikkia|kaikista|joka"),
  own: word(
    "minulla|mulla|meillä|minun|mun|meidän|omat|omia|oma|minulle|mulle|meille|\\p{L}*(?:va(?:hti|hdi|hte)|hälyty)\\p{L}*(?:ni|mme)",
  ),
  shows: word("kuinka monta|näytä|listaa|luettele|mitä|mitkä|millaisia|onko|kerro|montako"),
  asksWatched: word(
    "(?:mistä|mitä)(?: \\p{L}+)*? (?:minulle|mulle|meille)(?: \\p{L}+)*? ilmoitetaan|mitä(?: \\p{L}+)? (?:seuraan|seuraamme|vahdin|vahdimme)",
  ),
  filler: word(
    "voi\\p{L}*|kiitos|haluan|haluaisin|haluamme|halua|en|enää|ei|tarvi\\p{L}*|minun|mun|meidän|oma|omat|tämä|tämän|se|sen|numero|nro|laita|pistä|pane|ota|aseta|kytke|pois|päältä|päälle|käytöstä|käyttöön|tauolle|tauoksi|hetkeksi|toistaiseksi|kokonaan|lähettää|lähetä|lähettämistä|ilmoituksia|ilmoitukset|loma\\p{L}*|kaikki|taas|nyt|koskeva\\p{L}*|liittyvä\\p{L}*",
  ),
};

const SV: AlertCommandWords = {
  noun: word(
    "(\\p{L}*?)-?(?:bevakning\\p{L}*|avisering\\p{L}*|larm(?:et|en)?)|(?<=fortsätt (?:att |med att )?)()bevaka",
  ),
  streamsOf: (compound) => `${compound}strömmar`,
  stopTelling: word(
    "(?:sluta|upphör|inga fler) (?:med )?(?:att )?(?:skicka |meddela|avisera|säga till|informera|höra av dig)?(?: ?mig| ?oss)? ?(?:meddelanden|aviseringar|besked)?(?: (?:till )?(?:mig|oss))?(?: om)?|vill inte (?:längre )?(?:få |ha )?(?:fler |några )?(?:meddelanden|aviseringar|besked)(?: om)?",
  ),
  pause: word("pausa|tysta|på paus|vila|avbryt tillfälligt|stoppa tillfälligt"),
  resume: word(
    "återuppta|fortsätt|(?:åter)?aktivera|starta(?: om)?|(?:slå|sätt|koppla)(?: \\p{L}+){0,4} på|igen|på nytt",
  ),
  delete: word(
    "radera|ta bort|avsluta|stoppa|avbryt|stäng(?: \\p{L}+){0,4} av|sluta|slopa|släng|(?:behöver|vill)(?: \\p{L}+)? inte|inte(?: \\p{L}+)* längre",
  ),
  meanwhile: word("tillfälligt|tills vidare|ett tag|en stund|semester\\p{L}*|så länge"),
  all: word("alla|samtliga|allting"),
  own: word("mina|min|mitt|våra|har (?:jag|vi)|(?:jag|vi) har|för (?:mig|oss)"),
  shows: word("hur många|visa|lista|vilka|vad|har|se|räkna upp"),
  asksWatched: word(
    "vad(?: \\p{L}+)? (?:jag|vi) (?:meddelanden|besked|aviseringar) om|vad (?:bevakar|prenumererar) (?:jag|vi)(?: på)?",
  ),
  filler: word(
    "kan|kunde|du|ni|vill|skulle|jag|vi|min|mitt|mina|vår|våra|den|det|de|här|en|ett|av|på|för|om|på|nummer|nr|tack|inte|längre|behöver|börja|skicka|att|med|till|igen|nytt|tillfälligt|vidare|tills|paus|sätt|slå|lägg|alla|går|semester|mer|fler|stäng|snälla|helt|nu",
  ),
};

/** Ways of speaking of alerts that are there, by language. */
export const ALERT_COMMAND_WORDS: Record<Language, AlertCommandWords> = { fi: FI, sv: SV, en: EN };

/** Questions about alarms in general, and duties: no commands. */
export const ASKS_GENERALLY =
  /^\W*(?:how(?! many)|why|when|who|where|miten|miksi|milloin|kuka|missä|kuinka(?! monta)|hur(?! många)|varför|när|vem|var)(?!\p{L})|(?<!\p{L})(?:must|have to|should|pitää|täytyy|pitäisi|måste|ska|bör)(?!\p{L})/iu;
