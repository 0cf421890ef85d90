import type { Language } from "../../../knowledge/languages.ts";

/** How alerts are spoken of in a language. All patterns ignore the case of letters. */
export interface AlertWords {
  /** Whole messages that ask which alerts there are. */
  list: RegExp;
  /** Verbs of the three commands, without the noun. */
  pause: string;
  resume: string;
  delete: string;
  /** "Alert", in the forms a command uses. */
  one: string;
  /** "All my alerts". */
  all: string;
  /** Openings that ask for an alert whatever follows. */
  wish: RegExp;
  /** Openings that ask for an alert if what follows speaks of something new. */
  weakWish: RegExp;
  /** That something is new or comes; also what is left out of the request, since every alert is about that. */
  news: RegExp;
  /** Words without a meaning for the rows. */
  filler: RegExp;
  /** Points back to the rows that were shown last. */
  these: RegExp;
}

const start = (pattern: string) => new RegExp(`^\\W*(?:${pattern})(?!\\p{L})[\\s,:]*`, "iu");
const whole = (pattern: string) => new RegExp(`^\\W*(?:${pattern})\\W*$`, "iu");
const words = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, "giu");

const EN_NOUN = "(?:stream )?(?:alerts?|notifications?)";
const EN: AlertWords = {
  list: whole(
    `(?:(?:please )?(?:show|list|see|give|display)(?: me)? )?(?:all )?(?:(?:of )?(?:my|our|the) )?${EN_NOUN}(?: please)?|(?:which|what) ${EN_NOUN} (?:do (?:i|we) have|are (?:there|on|active))|(?:do (?:i|we) have|have (?:i|we)) (?:any )?${EN_NOUN}`,
  ),
  pause: "pause|suspend|mute|snooze",
  resume: "resume|continue|unpause|restart|reactivate|activate",
  delete: "delete|remove|cancel|stop|end|turn off",
  one: `(?:(?:my|our|the|this) )?${EN_NOUN}(?: number| no\\.?| nr)?`,
  all: `(?:all|every)(?: of)?(?: (?:my|our|the))? ${EN_NOUN}`,
  wish: start(
    "(?:please |(?:can|could|would) you (?:please )?)?(?:notify|alert|inform|ping)(?: me| us)?,? (?:when(?:ever)?|if|as soon as|once|about|of)|(?:please |(?:i|we)(?: want|'d like|'d like to| would like|would like to| want to)? )?(?:set up|create|make|add|start|have|want)? ?an? (?:new )?(?:stream )?(?:alert|notification)(?: (?:for|on|about|when(?:ever)?|if|of))?|keep (?:me|us) (?:posted|informed|updated)(?: (?:on|about|of|when|if))?|watch out for",
  ),
  weakWish: start(
    "(?:please |(?:can|could|would) you (?:please )?)?(?:tell|let|message|e-?mail)(?: me| us)(?: know)?,? (?:when(?:ever)?|if|as soon as|once)|(?:i|we)(?: want|'d like| would like) to (?:know|hear|be told|be notified|be informed),? (?:when(?:ever)?|if|as soon as|once)",
  ),
  news: words(
    "new(?:ly)?|appears?|comes? (?:up|in|along)|comes?|turns? up|shows? up|becomes? available|arrives?|emerges?|(?:is|are|gets?) (?:added|published|listed|registered|reported)|more(?! than)",
  ),
  filler: words("there (?:is|are|will be)|any|some|in the table|to the table|again|please|for me|ever"),
  these: words("ones?|such|(?:of |like )?(?:these|those|them|this)"),
};

const FI_NOUN = "(?:(?:haku)?va(?:hti|hdi|hte)\\p{L}*|hälyty\\p{L}*)";
const FI: AlertWords = {
  list: whole(
    `(?:(?:näytä|listaa|luettele|kerro) (?:minulle )?)?(?:kaikki )?(?:(?:omat|minun|meidän) )?(?:(?:haku)?(?:vahdit|vahtini|vahtimme)|hälytykset|hälytykseni|hälytyksemme)|(?:mitä|mitkä|millaisia) ${FI_NOUN} (?:minulla|meillä)(?: on)?|onko (?:minulla|meillä) ${FI_NOUN}`,
  ),
  pause: "keskeytä|tauota|pysäytä|mykistä|laita tauolle",
  resume: "jatka|käynnistä|aktivoi|palauta|jatketaan",
  delete: "poista|lopeta|peruuta|peru|sulje",
  one: `(?:(?:minun|oma|tämä) )?${FI_NOUN}(?: numero| nro)?`,
  all: `kaikki (?:(?:omat|minun|meidän) )?${FI_NOUN}`,
  wish: start(
    "(?:voisitko |voitko |haluaisin että |haluan että )?(?:ilmoita|ilmoittakaa|ilmoittaisitko|ilmoittaa|ilmoitat|hälytä|hälyttäkää)(?: minulle| meille| minua)?,? (?:heti |aina )?(?:kun|jos|mikäli|uusista)|(?:(?:luo|luokaa|tee|tehkää|perusta|aseta|lisää|laita|haluan|haluaisin|haluamme|halutaan) )(?:minulle |meille )?(?:uusi |uuden )?(?:(?:haku)?vah(?:ti|din)|hälytys|hälytyksen)(?:,? (?:kun|jos|uusista|sivuvirroista))?|vahdi|pidä (?:minut|meidät) ajan tasalla",
  ),
  weakWish: start(
    "(?:voisitko |voitko )?(?:kerro|kertokaa|kertoa|kertoisitko|sano|viesti)(?: minulle| meille)?,? (?:heti |aina )?(?:kun|jos|mikäli)|(?:haluan|haluaisin|haluamme|haluaisimme) (?:tietää|kuulla),? (?:heti |aina )?(?:kun|jos|mikäli)",
  ),
  news: words(
    "uusi|uuden|uutta|uudet|uusia|uusien|uusista|uudesta|ilmesty\\p{L}*|ilmaantu\\p{L}*|tulee|tulevat|tulisi|tullut|saapuu|saapuvat|lisätään|julkaistaan|kirjataan|ilmoitetaan|lisää",
  ),
  filler: words(
    "on|taulukkoon|palveluun|järjestelmään|tarjolle|myyntiin|saataville|taas|kiitos|jotain|jokin|joku",
  ),
  these: words("niitä|näitä|noita|tällaisia|tällaista|sellaisia|sellaista|tämmöisiä|niistä|näistä"),
};

const SV_NOUN = "(?:bevakning\\p{L}*|larm(?:et|en)?|avisering\\p{L}*)";
const SV: AlertWords = {
  list: whole(
    `(?:(?:visa|lista|se)(?: mig)? )?(?:alla )?(?:(?:mina|våra) )?(?:bevakningar|bevakningarna|aviseringar|larm)|(?:vilka|vad för) ${SV_NOUN} (?:har (?:jag|vi)|finns det)|har (?:jag|vi) (?:några|någon) ${SV_NOUN}`,
  ),
  pause: "pausa|stoppa tillfälligt|avbryt tillfälligt",
  resume: "återuppta|fortsätt(?: med)?|aktivera|starta(?: om)?|sätt på",
  delete: "radera|ta bort|avsluta|stoppa|avbryt|stäng av",
  one: `(?:(?:min|mitt|den här) )?${SV_NOUN}(?: nummer| nr)?`,
  all: `alla (?:(?:mina|våra) )?${SV_NOUN}`,
  wish: start(
    "(?:kan du |kunde du |vänligen )?(?:meddela|underrätta|avisera|larma|notifiera)(?: mig| oss)?,? (?:när|om|så fort|så snart|ifall)|(?:(?:kan du )?(?:skapa|lägg till|lägg upp|gör|starta)|(?:jag|vi) (?:vill|skulle vilja) ha) (?:en |ett )?(?:ny |nytt )?(?:bevakning|larm|avisering)(?: (?:för|av|på|om|när))?|bevaka|håll (?:mig|oss) (?:uppdaterad|uppdaterade|informerad|informerade)(?: om)?",
  ),
  weakWish: start(
    "(?:kan du |kunde du )?(?:säg(?: till| ifrån)?|berätta|hör av dig|tala om|informera|låt (?:mig|oss)(?: få)? veta)(?: för mig| för oss| mig| oss)?,? (?:när|så fort|så snart|ifall|om det)|(?:jag|vi) (?:vill|skulle vilja)(?: gärna)? veta,? (?:när|så fort|så snart)",
  ),
  news: words(
    "ny|nya|nytt|dyker upp|tillkommer|kommer(?: (?:in|upp|till|ut|fram))?|läggs (?:till|ut|upp|in)|publiceras|registreras|anmäls|blir tillgänglig\\p{L}*|fler|mer(?! än)",
  ),
  filler: words("det|någon|något|några|i tabellen|igen|tack|finns|blir"),
  these: words("sådana|sådant|(?:av )?(?:dem|dessa|de här)|liknande"),
};

/** Ways of speaking of alerts, by language. */
export const ALERT_WORDS: Record<Language, AlertWords> = { fi: FI, sv: SV, en: EN };
