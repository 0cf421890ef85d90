import { LANGUAGES, type Language } from "../../knowledge/languages.ts";

/**
 * How people look for the other side of an exchange, in three languages. Facts on who takes what today ("Who uses the
 * slag?") are no search: those are told by texts and documented exchanges.
 */

/** Puts the phrases of three languages together to one pattern of whole words. */
function anyPhrase(phrases: Record<Language, readonly RegExp[]>): RegExp {
  const all = LANGUAGES.flatMap((language) => phrases[language]);
  return new RegExp(`(?<!\\p{L})(?:${all.map(({ source }) => source).join("|")})(?!\\p{L})`, "iu");
}

/** "Who could use our fly ash?" */
export const ASKS_TAKER = anyPhrase({
  en: [
    /(?:who|which (?:companies|firms|industries|industry|sectors?|company)|anyone|anybody|what (?:kind of )?(?:companies|industries|industry)|what) (?:else )?(?:could|can|might|would|will)(?! (?:\p{L}+ )?(?:supply|deliver|sell|provide|offer|give|spare))(?: (?:possibly|perhaps|maybe|also))?(?: (?:be able to|be interested in|want to|like to))? (?:use|utili[sz]e|take|receive|accept|want|need|buy|make|benefit|do|be done|be used|have|handle|process|recycle|be interested)/u,
    /(?:could|can|would|might) (?:anyone|anybody|someone|somebody|any(?: other)? (?:company|industry|firm))(?: \p{L}+)? (?:use|utili[sz]e|take|want|need|buy|make)/u,
    /who (?:wants|buys|needs|takes|accepts|is interested|would be interested)(?: \p{L}+){0,3}/u,
    /any (?:takers?|buyers?|users?|use|interest)/u,
    /(?:is|are) there (?:anyone|anybody|someone|somebody|any(?: other)? (?:companies|firms)|a (?:company|firm))(?: (?:in|near|around) \p{L}+)? (?:(?:who|that) (?:takes?|buys?|wants?|needs?|uses?|accepts?|could|can|would)|taking|buying|accepting|using|needing|interested)/u,
    /do(?:es)? (?:anyone|anybody|someone|somebody|any(?: other)? (?:company|companies|firm|firms))(?: (?:in|near|around) \p{L}+)? (?:take|buy|accept|want|need|use)/u,
    /what now(?=\W*$)/u,
    /where (?:could|can|should|might|would) (?:it|they|this|that|we|i|our|the) (?:\p{L}+ )*?(?:go|send|deliver|sell|put|be used|be utili[sz]ed|be taken|place)/u,
    /(?:what|which|any) uses?(?: (?:is|are) there)? (?:for|does|would|could)/u,
    /what use/u,
    /how (?:could|can|should) (?:we|i|our|it) (?:\p{L}+ )*?(?:use|utili[sz]e|be used|be utili[sz]ed|get rid)/u,
    /(?:find|looking for|look for|search for|suggest|need|seek(?:ing)?|want)(?: \p{L}+){0,3} (?:takers?|users?|receivers?|buyers?|outlets?|partners?|off-?takers?|symbios[ie]s)/u,
    /get rid of/u,
    /what (?:could|can|should|might|would|do|shall) (?:we|i|one) do/u,
    /(?<=[,.;:!–—-]\s?)(?:any )?(?:ideas?|suggestions?|tips)(?=\W*$)/u,
    /(?:partners?|takers?|buyers?|outlets?|receivers?|symbiosis) for/u,
  ],
  fi: [
    /kuka (?:muu )?(?!(?:voisi|voi) (?:\p{L}+ )?(?:toimitta|myy|anta|tarjo|luovutta))(?:voisi|voi|ottaisi|haluaisi|tarvitsisi|käyttäisi|hyödyntäisi|ostaisi|hyötyisi|saattaisi|vastaanottaisi|kelpuuttaisi|ottaa|ostaa|haluaa|siitä|niitä)/u,
    /(?<=[,.]\s?)(?:kuka|ketkä) \p{L}+(?=\W*$)/u,
    /(?:ketkä|mitkä (?:yritykset|alat|toimialat)|mikä (?:yritys|ala|teollisuudenala)|kukaan|joku)(?: \p{L}+)? (?:voisi|voisivat|voi|voivat|ottaisi|ottaisivat|haluaisi|haluaisivat|tarvitsisi|käyttäisi|käyttäisivät|hyödyntäisi|hyödyntäisivät|ostaisi|kelpuuttaisi)/u,
    /kenelle/u,
    /keneltä saisi ottajan/u,
    /(?:mihin|minne) (?:\p{L}+ ){0,4}(?:voisi|voi|voisimme|voimme|saisi|saisimme|kannattaisi|kelpaisi|kelpaa|sopisi|sopii|pitäisi)/u,
    /(?<=[,–—-]\s?)(?:mihin|minne)(?=\W*$)/u,
    /kelpaisi(?:ko)?/u,
    /(?:ottaako|ostaako|vastaanottaako|haluaako|tarvitseeko|käyttääkö|huoliiko) (?:kukaan|joku|mikään|täällä kukaan)/u,
    /(?<=[,.;]\s?)(?:mitä|miten) (?:nyt )?(?:teen|teemme)(?: nyt)?(?=\W*$)/u,
    /(?:löytyykö|löytyisikö|onko|olisiko|tiedätkö) (?:\p{L}+ ){0,4}(?:ottaj|käyttäj|hyödyntäj|vastaanottaj|ostaj|kumppan|käyttökoht|käyttöä|muita käyttäj)\p{L}*/u,
    /(?:etsi\p{L}*|hae\p{L}*|halua\p{L}*|tarvits\p{L}*|ehdota) (?:\p{L}+ ){0,4}(?:ottaj|käyttäj|hyödyntäj|vastaanottaj|ostaj|(?:yhteistyö)?kumppan|käyttökohtei?)\p{L}*/u,
    /(?:mitä|miten) (?:\p{L}+ ){0,3}(?:voisimme|voisi|voimme|voi|kannattaisi) tehdä/u,
    /mitä (?:me )?(?:tekisimme|tekisin|tehtäisiin|tehdään|tehdä)/u,
    /(?:päästä|pääsisimme|pääsemme|haluamme) eroon/u,
    /\p{L}*kumppan(?:i|eita|ia) \p{L}+lle/u,
    /(?<=[,.;:!–—-]\s?)(?:(?:onko|olisiko|löytyykö) )?(?:\p{L}+ )?(?:ideoita|ehdotuksia|vinkkejä)(?=\W*$)/u,
  ],
  sv: [
    /(?<!från |av )(?:vem|vilka(?: (?:företag|branscher|industrier))?|vilken (?:bransch|industri)|någon|har någon)(?: \p{L}+)? (?:(?:kan|kunde|skulle (?:kunna|vilja))(?! (?:\p{L}+ )?(?:leverera|sälja|erbjuda|ge|avstå|få))|vill|köper|tar|behöver|användning|intresse|vore)(?: \p{L}+){0,3}/u,
    /(?:finns det|har)(?: någon| nån| nåt| något)? (?:som (?:kan|kunde|vill|tar|köper|behöver|använder|ville)|mottagare|avnämare|köpare|användning|intresserad\p{L}*)/u,
    /(?:tar|köper|vill|behöver|använder) (?:någon|nån|något företag)(?= )/u,
    /(?<=[,.;]\s?)vad (?:gör|ska) (?:jag|vi)(?: göra)?(?: nu)?(?=\W*$)/u,
    /vart (?:kan|kunde|ska|med|skulle)/u,
    /var (?:kan|kunde|skulle) (?:det|den|de|vi|man) (?:\p{L}+ ){0,2}(?:användas|utnyttjas|säljas|lämnas|ta vägen|avsättas|komma)/u,
    /vad (?:kan|kunde|ska|skulle) (?:vi|man|jag|det) (?:kunna )?(?:göra|användas|använda)(?: (?:med|av|till))?/u,
    /(?:söker|letar efter|hitta|hittar|behöver|föreslå)(?: \p{L}+){0,3} (?:mottagare|avnämare|användare|köpare|(?:samarbets)?partner|avsättning)\p{L}*/u,
    /bli av med/u,
    /(?<=[,.;:!–—-]\s?)(?:(?:några|har ni|finns det)(?: några)? )?(?:idéer|förslag|tips)(?=\W*$)/u,
    /partners? för/u,
    /avsättning för/u,
    /till vem/u,
  ],
});

/** "What could we take?", "Where could we get gypsum?" */
export const ASKS_SOURCE = anyPhrase({
  en: [
    /what (?:could|can|might|would) (?:\p{L}+ ){1,4}(?:take|receive|burn|use as raw material)/u,
    /what (?:side ?-?streams? |by-?products? |wastes? |materials? |feedstocks? |else )?(?:could|can|might|would|should) (?:we|i|our \p{L}+|it|they|a \p{L}+(?: \p{L}+)?|the \p{L}+) (?:possibly |also |perhaps )?(?:take|use|utili[sz]e|receive|buy|get|source|feed|burn|burn in)/u,
    /(?:which|what) (?:side ?-?streams?|by-?products?|wastes?|residues|streams?|materials?|feedstocks?) (?:could|can|might|would)(?: \p{L}+){0,2} (?:be|we|i|our|serve|replace|suit|work)/u,
    /where (?:could|can|would|might) (?:we|i|one|they|it) (?:get|find|buy|source|obtain)/u,
    /where (?:is there|are there|do we (?:get|find)|would there be)/u,
    /who (?:could|can|might|would) (?:supply|deliver|provide|sell|offer|give|have)/u,
    /who (?:sells|supplies|offers)/u,
    /(?:looking|look|looks|search|searching|hunting) for(?! (?:a |an |any |some )?(?:takers?|users?|receivers?|buyers?|outlets?|partners? (?:for|to take)|place|site|plot|park|location))/u,
    /(?<!(?:can|could|may) )(?:we|i|our \p{L}+(?: \p{L}+)?|they) (?:would |could |also |still |only )?(?:need|needs|require|requires|want|wants|lack|lacks|(?:want|like) to buy|buy)(?! (?:to|a (?:taker|place|site|plot|partner|park|buyer))(?!\p{L}))/u,
    /in need of/u,
    /raw materials? for our/u,
    /suppl(?:y|ier|iers) of/u,
  ],
  fi: [
    /mitä (?:\p{L}+ ){1,4}(?:voisi|voisivat|voi) (?:ottaa|vastaanottaa|hyödyntää|polttaa)/u,
    /mistä (?!puisto|aluee)(?:\p{L}+ ){0,3}(?:saisi|saisimme|saamme|saa|saisin|löytyisi|löytäisimme|löydämme|hankkia|ostaa|voisi|voisimme)\p{L}*/u,
    /kuka (?:voisi |voi )?(?:toimitta|luovutta|anta|myy|tarjo)\p{L}*/u,
    /(?:kenellä|kellä) olisi/u,
    /(?:mitä|millaisia|mitkä)(?: \p{L}+)? (?:sivuvirtoja|sivuvirrat|sivutuotteita|jätteitä|syötettä|syötteitä|raaka-aineita|raaka-ainetta|materiaaleja|virtoja|sivuvirtaa)(?: \p{L}+){0,3} (?:voisimme|voisi|voimme|olisi|sopisi|kelpaisi|saisimme|saatavilla|tarjolla)/u,
    /mitä (?:me |meidän \p{L}+ )?(?:voisimme|voisi|voimme|voisin) (?:ottaa|käyttää|hyödyntää|polttaa|vastaanottaa|ostaa)/u,
    /(?:me |mä |minä )?(?:tarvitse(?:n|mme)|tarvitsisi(?:n|mme)|tarvitaan|tarvittaisiin|tarvitsee|tarvitsisi|kaipaa(?:n|mme)|etsi(?:n|mme)|etsii|hae(?:n|mme)|ostaisi(?:n|mme)|osta(?:n|mme)|halua(?:n|mme|isin|isimme) (?:ottaa|ostaa|saada))(?! (?:\p{L}+ ){0,3}(?:ottaj|käyttäj|hyödyntäj|vastaanottaj|ostaj|tont|paik|(?:yhteistyö)?kumppan(?:ia|eita) \p{L}+lle)\p{L}*)/u,
    /(?:olisi|onko|löytyykö) tarjolla/u,
  ],
  sv: [
    /vad (?:kan|kunde|skulle) (?:\p{L}+ ){1,4}(?:ta emot|elda|utnyttja)/u,
    /(?:var|varifrån) (?:kan|kunde|skulle|får|hittar|köper|kan man) (?:vi|man|jag)/u,
    /var finns(?: det)?(?: \p{L}+)? (?:råvara|råvaror|överskott|att få)/u,
    /var finns (?:det )?råvar\p{L}*/u,
    /vem (?:kan|kunde|skulle kunna) (?:leverera|sälja|erbjuda|ge|avstå)/u,
    /vem (?:säljer|levererar)/u,
    /(?:vad|vilka (?:sidoströmmar|biprodukter|restprodukter|material)|vilket \p{L}+|vilken \p{L}+|vilka \p{L}+) (?:kan|kunde|skulle)(?: \p{L}+)? (?:ta emot|använda|få|utnyttja|köpa|elda|passa|duga|kunna|vi|fungera)/u,
    /vad finns (?:det )?att få/u,
    /(?:vi|jag|vårt \p{L}+|vår \p{L}+|de) (?:skulle )?(?:behöver|behöva|söker|saknar|letar efter|vill ha|vill köpa|vilja köpa|köper(?: gärna)?)(?! (?:\p{L}+ ){0,2}(?:mottagare|avnämare|köpare|(?:samarbets)?partners? (?:för|till)|tomt|plats))/u,
    /leverantör(?:er)? av/u,
    /källa till/u,
  ],
});

/** "What is digestate used for?", of no one's in particular. */
export const ASKS_USES =
  /^\W*(?:what (?:is|are|can|could) [\p{L} -]{3,40} (?:be )?used (?:for|as|in)|what (?:do you|does one|can one|could one) do with [\p{L} -]{3,40}|(?:mihin|missä|mitä) [\p{L} -]{3,40} (?:voi |voidaan )?(?:käytetään|käyttää|hyödynnetään|hyödyntää|tehdään|tehdä)|vad (?:kan )?[\p{L} -]{3,40} (?:används|användas|utnyttjas) (?:till|som|för)|vad används [\p{L} -]{3,40} (?:till|som|för)|vad (?:gör man|kan man göra) (?:med|av) [\p{L} -]{3,40})\W*$/iu;

/** "I need information on slag" looks for words and for no stuff. */
export const SEEKS_KNOWLEDGE =
  /(?<!\p{L})(?:(?:need|want|like|looking|look|search|searching|ask)(?: for| to)?(?: \p{L}+){0,2} (?:information|info|facts|details|guidance|advice|help|know|learn|understand)|(?:tarvits\p{L}+|etsi\p{L}*|hae\p{L}*|halua\p{L}*)(?: \p{L}+){0,2} (?:(?:lisä)?tieto[aj]?\p{L}*|tietää|oppia|apua|neuvo\p{L}*|ohje\p{L}*|opastus\p{L}*)|(?:behöver|söker|vill ha|skulle vilja ha|letar efter|vill|vilja)(?: \p{L}+){0,2} (?:information|info|fakta|uppgifter|veta|hjälp|råd|lära|förstå))(?!\p{L})/iu;

/** "We have", "our": the stuff is the asker's own. */
export const OWNS =
  /(?<!\p{L})(?:we(?:'ve)? (?:have|has|get|produce|generate|are left with|end up with|got|throw away|landfill|vent|flare|burn|cast|run|make)|we've|there (?:is|are) left|our|my|i have|left over (?:from|at)|meillä|meiltä|meille|meidän|minulla|tehtaaltamme|laitokseltamme|jää(?:vä|vää|viä)?|tulee|syntyy|kertyy|muodostuu|olisi tarjolla|tarjolla olisi|vi (?:har|får|producerar|gjuter|slänger|deponerar|genererar)|vår|vårt|våra|hos oss|jag har|blir över|uppstår)(?!\p{L})/iu;

/** Clauses that tell what the asker makes, and so which industry it is. */
export const MAKES =
  /(?<!\p{L})(?:we (?:make|manufacture|produce|run|operate|build|plan|grow|raise|own|are(?: planning| building)?|burn|farm)|our|teemme|valmistamme|tuotamme|rakennamme|suunnittelemme|kasvatamme|pyöritämme|meillä on|jalostamme|poltamme|\p{L}+mme|vi (?:gör|tillverkar|producerar|driver|bygger|planerar|odlar|är|har|eldar)|vårt|vår|våra|a|an|the)(?!\p{L})/iu;
/** Clauses that tell what is wanted. */
export const WANTS =
  /(?<!\p{L})(?:need\p{L}*|look(?:s|ing)? for|want\p{L}*|require\p{L}*|search\p{L}*|get|find|source|where is there|seek\p{L}*|buy\p{L}*|sells?|suppl(?:y|ies)|replace|short of|lack\p{L}*|tarvit\p{L}*|tarvits\p{L}*|etsi\p{L}*|hae\p{L}*|hake\p{L}*|ottaisi\p{L}*|puuttu\p{L}*|haluai\p{L}*|osta\p{L}*|kaipaa\p{L}*|saisi\p{L}*|saada|mistä|myy|toimittaa|behöv\p{L}*|säljer|levererar|sök\p{L}*|köp\p{L}*|vill ha|var finns|vad finns|få|letar|saknar|ersätta)(?!\p{L})/iu;

/**
 * Words that speak of takers, in whatever sentence: enough where the message also tells of stuff of the asker's own
 * ("Slaktblod, 3 t per dag. Möjliga mottagare?").
 */
export const NAMES_TAKER =
  /(?<!\p{L})(?:takers?|receivers?|recipients?|buyers?|outlets?|off-?takers?|users?|partners?|homes? for|customers?|interested|use (?:it|them|this|these|for)|take (?:it|them|this)|accept|benefit|want(?:s|ed)? (?:it|them)|buys? (?:it|them)|dispose|get rid|go to waste|huoli\p{L}*|otta(?:isi|isivat|j\p{L}*|a|vat)|kelpa\p{L}*|vastaanotta\p{L}*|hyödyntä\p{L}*|käyttä(?:jä\p{L}*|isi\p{L}*|mään|ä)|käyttökohte\p{L}*|osta(?:ja\p{L}*|isi\p{L}*)|kumppan\p{L}*|viedä|tarjota|myydä|sopi(?:si|a)|menekki\p{L}*|mottagare|köpare|avnämare|avsättning\p{L}*|användare|partners?|nytta av|intresserad\p{L}*|användning för|ta (?:emot|hand om)|använda (?:det|den|dem)|sälja (?:det|den|dem)|bli av med|användas)(?!\p{L})/iu;

/** Words that speak of something looked for; enough where the message also names a trade or plant that looks for it. */
export const NAMES_SEEKING =
  /(?<!\p{L})(?:seek(?:s|ing)?|look(?:s|ing)? for|need(?:s|ed|ing)?|want(?:s|ing)?|require(?:s|d)?|short of|lack(?:s|ing)?|buy(?:s|ing)?|source|replace|get hold of|from whom|would like to (?:buy|use|take)|haluai\p{L}*|hakee|haemme|haussa|etsi\p{L}*|tarvit\p{L}*|tarvits\p{L}*|puuttu\p{L}*|kaipa\p{L}*|osta\p{L}*|ottaisi\p{L}*|keneltä|irtoa\p{L}*|toimitta\p{L}*|korva\p{L}*|sök(?:er|s|a)|behöv\p{L}*|saknar|letar|köp(?:er|a)|ersätta|leverera|från vem|vill ha|skulle vilja|sälja)(?!\p{L})/iu;

/** Where a place is looked for, a stream is only one of its merits. */
export const LOCATES =
  /(?<!\p{L})(?:locat(?:e|ed|ion|ions|ing)|settle|set up|(?<!building |construction |demolition )sites?|plots?|parks?|premises|relocat\p{L}*|which (?:town|city|region|municipality)|where in (?:finland|the country)|mihin (?:kaupun|kunta|maakun|päin)\p{L}*|missä päin|vilken (?:stad|ort|kommun|region)|var i (?:finland|landet)|place to|places? (?:for|where|with)|hectares?|\d\s?ha|sijoit\p{L}*|asettu\p{L}*|tont[tie]\p{L}*|puisto\p{L}*|alue\p{L}*|paikka(?!k)\p{L}*|paikasta|hehtaari\p{L}*|toimitil\p{L}*|etabler\p{L}*|lokaliser\p{L}*|tomt\p{L}*|park(?:er|en)?|industriområde\p{L}*|ställe\p{L}*|lokaler|hektar)(?!\p{L})/iu;

/** Questions of law and of facts on papers are no search, whatever stuff they name. */
export const ASKS_LAW =
  /(?<!\p{L})(?:must|have to|waste act|by law|legal(?:ly)?|allowed|decree|permits?|transfer documents?|regist(?:er|ry|ration)|euros?|jätela\p{L}*|laki|lain|laissa|asetu(?:s|ksen|ksessa)|lupa|luvan|siirtoasiakirj\p{L}*|rekisteri\p{L}*|saako|pitääkö|täytyykö|euroa|avfallslag\p{L}*|lagen|förordning\p{L}*|tillstånd\p{L}*|transportdokument\p{L}*|registr\p{L}*|(?<!var |vart |varifrån )får (?:jag|man|vi)|måste)(?!\p{L})/iu;

/** Verbs by which somebody seeks rather than offers, even where takers are spoken of in the same breath. */
export const SEEKS =
  /(?<!\p{L})(?:seek(?:s|ing)?|look(?:s|ing)? for|needs?|from whom|hakee|haemme|etsi(?:i|mme|vät)|tarvitse\p{L}*|keneltä|irtoa\p{L}*|puuttu\p{L}*|söker|behöver|saknar|från vem|leverera)(?!\p{L})/iu;
