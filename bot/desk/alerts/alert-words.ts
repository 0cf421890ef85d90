import type { Language } from "../../../knowledge/languages.ts";

/** How alerts are spoken of in a language. All patterns ignore the case of letters. */
export interface AlertWords {
  /** Whole messages that ask which alerts there are. */
  list: RegExp;
  /** Openings that ask for an alert whatever follows. */
  wish: RegExp;
  /** Openings that ask for an alert if what follows speaks of something new. */
  weakWish: RegExp;
  /** Messages that name what is to be told first, and the wish at their end; the first group is what is named. */
  lateWish: RegExp;
  /** That something is new or comes; also what is left out of the request, since every alert is about that. */
  news: RegExp;
  /** That somebody begins to need stuff: a wish too, though nothing of needs is watched. */
  needing: RegExp;
  /** Words without a meaning for the rows. */
  filler: RegExp;
  /** Points back to the rows that were shown last. */
  these: RegExp;
}

const start = (pattern: string) => new RegExp(`^\\W*(?:${pattern})(?!\\p{L})[\\s,:]*`, "iu");
const whole = (pattern: string) => new RegExp(`^\\W*(?:${pattern})\\W*$`, "iu");
const late = (when: string, tell: string) =>
  new RegExp(`^\\W*(?:and |so )?${when}\\s+(.+?)[\\s,]+${tell}\\W*$`, "iu");
const words = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, "giu");

const EN_POLITE =
  "(?:please |(?:can|could|would|will) you (?:please |kindly )?|(?:can|could|may) (?:i|we) (?:please )?|(?:i|we)(?:'d| would| want| need| wish)?(?: like| love)?(?: you)?(?: to)? )?";
const EN_TELL =
  "(?:(?:tell|let|notify|alert|inform|message|e-?mail|ping|text|warn)(?: me| us)?(?: know)?|(?:drop|send|give|write) (?:me |us )?(?:an? )?(?:line|message|note|mail|e-?mail|notice|word|heads[- ]up|shout)(?: to me| to us)?|get in touch(?: with (?:me|us))?|know|hear|be told|be notified|be informed)";
const EN_NOUN = "(?:stream )?(?:alerts?|notifications?)";
const EN: AlertWords = {
  list: whole(
    `(?:(?:please )?(?:show|list|see|give|display)(?: me)? )?(?:all )?(?:(?:of )?(?:my|our|the) )?${EN_NOUN}(?: please)?|(?:which|what) ${EN_NOUN} (?:do (?:i|we) have|are (?:there|on|active))|(?:do (?:i|we) have|have (?:i|we)) (?:any )?${EN_NOUN}`,
  ),
  wish: start(
    "(?:please |(?:can|could|would) you (?:please )?)?(?:notify|alert|inform|ping)(?: me| us)?,? (?:when(?:ever)?|if|as soon as|once|about|of)|(?:please |(?:i|we)(?: want|'d like|'d like to| would like|would like to| want to)? )?(?:set up|create|make|add|start|have|want)? ?an? (?:new )?(?:stream )?(?:alert|notification)(?: (?:for|on|about|when(?:ever)?|if|of))?|keep (?:me|us) (?:posted|informed|updated)(?: (?:on|about|of|when|if))?|(?:please |can you |could you )?(?:watch out for|keep an eye (?:on|out for)|keep watch (?:on|over|for)|look out for|be on the lookout for|monitor)",
  ),
  weakWish: start(
    `${EN_POLITE}${EN_TELL}(?: \\p{L}+){0,2}?,? (?:when(?:ever)?|if|as soon as|once|(?:each|every|any) ?time|the moment)|${EN_POLITE}(?:know|hear|be (?:told|notified|informed)|get (?:a )?(?:message|notice|notified|told)|inform (?:me|us)|message (?:me|us)) (?:of|about|on)(?= (?:any |all )?(?:new|more)(?!\\p{L}))`,
  ),
  lateWish: late(
    "(?:when(?:ever)?|if|as soon as|once)",
    `(?:please |then )?(?:(?:tell|notify|alert|message|ping|inform|let|text|e-?mail)(?: me| us)(?: know)?|(?:i|we)(?:'d| would| want| will)?(?: like| love)?(?: to)? (?:know|hear|be told|be notified|be informed))(?: (?:about|of) (?:it|that|this|them))?`,
  ),
  news: words(
    "new(?:ly)?|appears?|comes? (?:up|in|along)|comes?|turns? up|shows? up|becomes? available|arrives?|emerges?|(?:is|are|gets?) (?:added|published|listed|registered|reported|offered)|(?:any|some)(?:body|one)(?: else)? (?:has|gets|lists|offers|publishes|reports|adds|registers)|more(?! than)",
  ),
  needing: words("(?:starts?|begins?|comes?) (?:to )?(?:need|want|look)\\p{L}*"),
  filler: words(
    "there (?:is|are|will be)|any|some|in the table|to the table|again|please|for me|ever|(?:when|if|and) the (?:amount|quantity) is|the (?:amount|quantity) (?:is|being)",
  ),
  these: words("ones?|such|(?:of |like )?(?:these|those|them|this)"),
};

const FI_POLITE =
  "(?:voisitko |voitko |voisitteko |voitteko |haluan |haluaisin |haluamme |haluaisimme |saisinko |saisimmeko |saanko )?";
const FI_TELL =
  "(?:(?:kerro|kertokaa|kertoa|kertoisitko|sano|viesti|viestitä|ilmoita|ilmota|ilmoittaa)(?: minulle| meille| mulle)?|(?:laita|laittaa|pistä|pistää|lähetä|lähettää|laittaisitko|lähettäisitkö)(?: minulle| meille| mulle)? (?:viestiä|viesti|viestin|tieto|tiedon|tietoa|ilmoitus|ilmoituksen)(?: minulle| meille| mulle)?|(?:viestiä|viesti|ilmoitus|tieto) (?:minulle|mulle|meille)|(?:tietää|kuulla|tieto|tiedon|viestin|ilmoituksen))";
const FI_NOUN = "(?:(?:haku)?va(?:hti|hdi|hte)\\p{L}*|hälyty\\p{L}*)";
const FI: AlertWords = {
  list: whole(
    `(?:(?:näytä|listaa|luettele|kerro) (?:minulle )?)?(?:kaikki )?(?:(?:omat|minun|meidän) )?(?:(?:haku)?(?:vahdit|vahtini|vahtimme)|hälytykset|hälytykseni|hälytyksemme)|(?:mitä|mitkä|millaisia) ${FI_NOUN} (?:minulla|meillä)(?: on)?|onko (?:minulla|meillä) ${FI_NOUN}`,
  ),
  wish: start(
    "(?:voisitko |voitko |haluaisin että |haluan että )?(?:ilmoita|ilmota|ilmoittakaa|ilmoittaisitko|ilmoittaa|ilmoitat|hälytä|hälyttäkää)(?: minulle| meille| minua| mua| mulle)?,? (?:heti |aina )?(?:kun|jos|mikäli|uusista)|(?:(?:luo|luokaa|tee|tehkää|perusta|aseta|lisää|laita|haluan|haluaisin|haluamme|halutaan) )(?:minulle |meille )?(?:uusi |uuden )?(?:(?:haku)?vah(?:ti|din)|hälytys|hälytyksen)(?:,? (?:kun|jos|sivuvirroista))?|(?:voisitko |voitko )?(?:pane|panna|laita|laittaa|aseta|asettaa|kytke|kytkeä) (?:(?:minulle|meille|mulle) )?(?:(?:haku)?vahti|hälytys) (?:päälle|käyttöön)(?:,? (?:kun|jos))?|vahdi|tarkkaile|pidä silmällä|pidä (?:minut|meidät) ajan tasalla",
  ),
  weakWish: start(
    `${FI_POLITE}${FI_TELL}(?: \\p{L}+){0,2}?,? (?:kun|jos|mikäli)|${FI_POLITE}(?:tieto|tiedon|tietää|kuulla|viestin|viesti|viestiä|ilmoituksen|ilmoitus|sana|sanan)(?: minulle| meille| mulle)?(?= (?:kaikista )?uu(?:sista|desta)(?!\\p{L}))`,
  ),
  lateWish: late(
    "(?:kun|jos|mikäli)",
    "(?:niin )?(?:haluan |haluaisin |haluamme |haluaisimme )?(?:ilmoita|ilmota|ilmoittakaa|kerro|kertokaa|sano|viestitä|laita viestiä|laita viesti|hälytä|tietää|tietää siitä|kuulla|kuulla siitä)(?: siitä)?(?: (?:minulle|meille|mulle))?",
  ),
  news: words(
    "uusi|uuden|uutta|uudet|uusia|uusien|uusista|uudesta|ilmesty\\p{L}*|ilmaantu\\p{L}*|tulee|tulevat|tulisi|tullut|saapuu|saapuvat|lisätään|julkaistaan|kirjataan|ilmoitetaan|ilmoittaa|julkaisee|tarjoaa|jollain|jollakin|jollakulla|lisää",
  ),
  needing: words("(?:alkaa|rupeaa) (?:tarvita|tarvitsemaan|etsiä|etsimään)"),
  filler: words(
    "on|taulukkoon|palveluun|järjestelmään|tarjolle|myyntiin|saataville|taas|kiitos|jotain|jokin|joku|kun määrä|jos määrä|määrä(?= on)",
  ),
  these: words("niitä|näitä|noita|tällaisia|tällaista|sellaisia|sellaista|tämmöisiä|niistä|näistä"),
};

const SV_POLITE =
  "(?:(?:kan|kunde|skulle) (?:du|ni|jag|vi)(?: kunna)?(?: få)? |vänligen |(?:jag|vi) (?:vill|skulle vilja)(?: gärna)?(?: att du)?(?: få| ha)? )?";
const SV_HEAR =
  "(?:(?:säg(?:a|er)? till|informera|meddela|underrätta|låt (?:mig|oss)(?: få)? veta)(?: mig| oss)?|hör(?:a)? av (?:dig|er)(?: till mig| till oss)?|skicka (?:mig |oss )?(?:ett )?(?:meddelande|mejl|besked)(?: till mig| till oss)?|(?:få )?(?:veta|höra|besked|(?:ett )?meddelande))";
const SV_TELL = `(?:${SV_HEAR}|(?:säg(?:a|er)?(?: ifrån)?|berätta|tala om)(?: för mig| för oss| mig| oss)?)`;
const SV_NOUN = "(?:bevakning\\p{L}*|larm(?:et|en)?|avisering\\p{L}*)";
const SV: AlertWords = {
  list: whole(
    `(?:(?:visa|lista|se)(?: mig)? )?(?:alla )?(?:(?:mina|våra) )?(?:bevakningar|bevakningarna|aviseringar|larm)|(?:vilka|vad för) ${SV_NOUN} (?:har (?:jag|vi)|finns det)|har (?:jag|vi) (?:några|någon) ${SV_NOUN}`,
  ),
  wish: start(
    "(?:kan du |kunde du |vänligen )?(?:meddela|underrätta|avisera|larma|notifiera)(?: mig| oss)?,? (?:när|om|så fort|så snart|ifall)|(?:(?:kan du )?(?:skapa|lägg till|lägg upp|gör|starta)|(?:jag|vi) (?:vill|skulle vilja) ha) (?:en |ett )?(?:ny |nytt )?(?:bevakning|larm|avisering)(?: (?:för|av|på|om|när))?|(?:kan du )?bevaka|håll (?:utkik efter|ett öga på)|håll (?:mig|oss) (?:uppdaterad|uppdaterade|informerad|informerade)(?: om)?",
  ),
  weakWish: start(
    `${SV_POLITE}${SV_TELL}(?: \\p{L}+){0,2}?,? (?:när|så fort|så snart|ifall|om(?= (?:det|någon|nån)(?!\\p{L})))|${SV_POLITE}(?:${SV_HEAR}|underrättas|informeras)(?= om (?:alla )?(?:nya|nytt|ny)(?!\\p{L}))`,
  ),
  lateWish: late(
    "(?:när|om|ifall|så fort|så snart)",
    "(?:så )?(?:säg till|meddela|hör av dig|informera|underrätta|vill (?:jag|vi)(?: gärna)? (?:veta|höra|få veta)|(?:jag|vi) vill(?: gärna)? (?:veta|höra|få veta))(?: (?:mig|oss))?(?: (?:det|om det))?",
  ),
  news: words(
    "ny|nya|nytt|dyker upp|tillkommer|kommer(?: (?:in|upp|till|ut|fram))?|läggs (?:till|ut|upp|in)|publiceras|registreras|anmäls|blir tillgänglig\\p{L}*|(?:någon|nån)(?: \\p{L}+)? (?:publicerar|anmäler|erbjuder|har|får)|fler|mer(?! än)",
  ),
  needing: words("börjar (?:att )?(?:behöva|söka)"),
  filler: words("om|det|någon|något|några|i tabellen|igen|tack|finns|blir|när mängden är|om mängden är"),
  these: words("sådana|sådant|(?:av )?(?:dem|dessa|de här)|liknande"),
};

/** Ways of speaking of alerts, by language. */
export const ALERT_WORDS: Record<Language, AlertWords> = { fi: FI, sv: SV, en: EN };
