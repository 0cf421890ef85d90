import type { CompanyRole, CompanyStatus } from "../query/company-query.ts";

/** "Companies" in the plural, or one of them asked for. Whoever "the company" is has been named before. */
export const COMPANY_NOUN =
  /(?<!\p{L})(?:(?:which|what|any|one) (?:company|firm)|companies|firms|enterprises|businesses|operators|organi[sz]ations|actors|\p{L}*yrity(?:s|kset|ksiä|ksistä|ksillä|ksissä|ksiltä|stä|sten|ksien)|\p{L}*yhtiö(?:t|itä|istä|illä|tä|iden)?|\p{L}*firma(?:t|a)?|\p{L}*firmoja|firmoista|(?:\p{L}*)toimija(?:t|a)?|toimijoita|toimijoista|\p{L}*företag(?:en)?|\p{L}*bolag(?:en)?|firmor(?:na)?|\p{L}*aktörer(?:na)?)(?!\p{L})/iu;

/** Nouns that tell the role too: "producers of hydrogen". */
export const ROLE_NOUNS: readonly [RegExp, CompanyRole][] = [
  [
    /(?<!\p{L})(?:producers|manufacturers|makers|suppliers|sellers|tuottaj(?:at|ia|ista)|valmistaj(?:at|ia|ista)|toimittaj(?:at|ia)|myyj(?:ät|iä)|producenter(?:na)?|tillverkare(?:n|na)?|leverantörer(?:na)?)(?: of| av)?(?!\p{L})/iu,
    "makes",
  ],
  [
    /(?<!\p{L})(?:users|receivers|takers|buyers|käyttäj(?:ät|iä|istä)|vastaanottaj(?:at|ia|ista)|ostaj(?:at|ia)|användare|mottagare(?:n|na)?|köpare)(?: of| av)?(?!\p{L})/iu,
    "takes",
  ],
];

/** Verbs and nouns that tell what a company has to do with a thing. */
export const ROLE_WORDS: readonly [RegExp, CompanyRole][] = [
  [
    /(?<!\p{L})(?:as (?:an? )?(?:by-?products?|side[ -]?streams?|residues?)|by-?products?|side[ -]?streams?|generat(?:es?|ing)|giv(?:es?|ing) off|sivutuot\p{L}*|sivuvir\p{L}*|synty\p{L}*|som (?:biprodukt|sidoström)|biprodukt\p{L}*|sidoström\p{L}*|uppstår|ger ifrån sig)(?!\p{L})/iu,
    "gives",
  ],
  [
    /(?<!\p{L})(?:take(?:s)?(?: in)?|taking(?: in)?|accept(?:s|ing)?|receiv(?:es?|ing)|us(?:es?|ing)|utili[sz](?:es?|ing)|needs?|needing|requires?|requiring|buys?|buying|purchases?|consum(?:es?|ing)|burns?|burning|inputs?|(?:as (?:an? )?)?(?:raw material|feedstock)s?|ottav\p{L}*(?: vastaan)?|ottaa(?: vastaan)?|otetaan(?: vastaan)?|vastaanotta\p{L}*|käyttä(?:ä|vät|viä|vä|vistä)|tarvitse\p{L}*|osta(?:a|vat|via)|hyödyntä\p{L}*|kulutta\p{L}*|poltta(?:a|vat|via)|raaka-aine\p{L}*|tar (?:emot|in|vara på|hand om)|ta(?:r)? emot|mottar|tar|använder|använda|behöver|köper|utnyttjar|förbrukar|eldar|(?:som )?råvar\p{L}*|insatsvar\p{L}*)(?!\p{L})/iu,
    "takes",
  ],
  [
    /(?<!\p{L})(?:produc(?:es?|ing)|mak(?:es?|ing)|manufactur(?:es?|ing)|sells?|selling|suppl(?:y|ies|ying)|delivers?|delivering|(?:its |their |the )?(?:product range|products?|output)|tuotta(?:a|vat|via|vista|va)|valmista(?:a|vat|via|vista|va)|myy(?:vät|viä)?|toimitta(?:a|vat|via)|teke(?:e|vät|viä)|tuotte(?:ita|issaan|issa|ena|inaan|ina|isiin)|tuotevalikoima\p{L}*|producerar|producera|tillverkar|tillverka|säljer|levererar|gör|produkter\p{L}*|produktsortiment\p{L}*|(?:som )?produkt)(?!\p{L})/iu,
    "makes",
  ],
  [
    /(?<!\p{L})(?:offer(?:s|ing)?|provid(?:es?|ing)|tarjoa\p{L}*|erbjuder|tillhandahåller)(?!\p{L})/iu,
    "offers",
  ],
  [
    /(?<!\p{L})(?:handl(?:es?|ing)|treats?|treating|process(?:es|ing)?|recycl(?:es?)|deal(?:s|ing)? (?:in|with)|work(?:s|ing)? with|käsittele\p{L}*|kierrättä\p{L}*|hanterar|behandlar|återvinner|arbetar med)(?!\p{L})/iu,
    "handles",
  ],
];

/** Words behind or before a line of business. */
export const BUSINESS_WORDS =
  /(?<!\p{L})(?:lines? of business|business(?:es)?|industr(?:y|ies)|sectors?|fields?|trades?|branch(?:es)?|speciali[sz]\p{L}*(?: in)?|alan|ala|alalla|alalta|alojen|toimialan|toimialalla|teollisuu(?:s|den|dessa|tta)|erikoistu\p{L}*|keskitty\p{L}*|inom|bransch(?:en|erna)?|industri(?:n|er)?|sektor(?:n)?|specialisera\p{L}*(?: på)?|sysslar med)(?!\p{L})/iu;

export const STATUS_WORDS: readonly [RegExp, readonly CompanyStatus[]][] = [
  [
    /(?<!\p{L})(?:(?:status (?:is )?(?:unknown|not known|unclear))|unknown status|tila ei (?:ole )?tiedossa|(?:vars )?status är okänd|okänd status)(?!\p{L})/iu,
    ["unknown"],
  ],
  [
    /(?<!\p{L})(?:(?:only |still |just )?(?:in the |at the )?(?:planned|planning(?: stage)?|under planning)(?: so far)?|(?:vasta |vielä )?suunni(?:telt\p{L}*|tteilla\p{L}*|tellaan|telluista|ttelu\p{L}*)(?: olev\p{L}*)?(?: vasta)?|(?:bara |endast |ännu |först )?planera(?:de|d|s|t|ts)?(?: stadiet)?|på planeringsstadiet)(?!\p{L})/iu,
    ["planned"],
  ],
  [
    /(?<!\p{L})(?:(?:been )?closed(?: down)?|shut(?: down)?|ceased(?: (?:operations|operating|production))?|stopped(?: (?:operations|operating|production))?|no longer (?:running|operating|in operation|active|exist)|defunct|lopetta\p{L}*(?: toiminta\p{L}*)?|lakkaute\p{L}*|lakannu\p{L}*|sulje(?:ttu\p{L}*|tut|tuista)|suljetu\p{L}*|(?:ei|eivät) enää (?:toimi\p{L}*|ole toiminnassa)|nedlag\p{L}*|lag(?:t|ts) ned|nedlägg\p{L}*|stäng(?:t|ts|da)|upphört(?: med verksamheten)?|inte längre (?:i drift|verksam\p{L}*))(?!\p{L})/iu,
    ["closed"],
  ],
  [
    /(?<!\p{L})(?:(?:still |currently |already )?(?:running|in operation|in production|up and running)(?: now| already)?|(?:jo |yhä |edelleen )?(?:käynnissä|toiminnassa|tuotannossa)(?: olev\p{L}*| jo| nyt)?|(?:redan |fortfarande )?(?:i drift|i gång|igång)(?: nu| redan)?)(?!\p{L})/iu,
    ["running"],
  ],
];

export const COUNT_WORDS =
  /(?<!\p{L})(?:how many|number of|count(?: of)?|(?:kuinka|miten) mon\p{L}*|montako|moniko|lukumäärä\p{L}*|hur många|antal(?:et)?)(?!\p{L})/iu;

export const PER_PARK =
  /(?<!\p{L})(?:(?:by|per|for each|in each|grouped by) (?:park|area)s?|puistoittain|alueittain|puistokohtai\p{L}*|(?:kussakin|joka|eri) puisto\p{L}*|(?:puiston|alueen) mukaan|parkvis|(?:per|för varje|i varje) park)(?!\p{L})/iu;

/** Words of such questions that narrow nothing. */
export const COMPANY_GENERIC =
  /^(?:your|teidän|er|listalla|listallanne|luettelossa|onks|ois|nån|nåt|both|molemmat|all|any|some|list|lists|listed|table|tables|row|rows|show|give|name|names|named|find|tell|exist|exists|there|operat\p{L}*|locat\p{L}*|based|situated|active|found|known|working|works?|plants?|services?|palvelu\p{L}*|tjänst\p{L}*|present|currently|now|today|among|include[sd]?|including|have|has|having|with|who|whom|that|which|ones|companies|company|so|far|area|areas|region|park|parks|finland|finnish|database|data|member|yrity\p{L}*|yhtiö\p{L}*|firm\p{L}*|toimij\p{L}*|kaikki|kaikkia|listaa|lista|luettele|luettelo|taulukko\p{L}*|taulukon|taulukossa|rivi\p{L}*|näytä|anna|kerro|nimeä|etsi|hae|toimi\p{L}*|toimivat|toimivia|toimii|sijaitse\p{L}*|sijoittu\p{L}*|löyty\p{L}*|löydy\p{L}*|joukossa|joukkoon|kuuluu|kuuluvat|olevat|olevia|oleva|olemassa|nyt|tällä|hetkellä|nykyään|aluee\p{L}*|puisto\p{L}*|seudu\p{L}*|seutu\p{L}*|suome\p{L}*|tietokan\p{L}*|tiedossa|joilla|joiden|jotka|joissa|företag\p{L}*|bolag\p{L}*|firmor|aktör\p{L}*|alla|samtliga|lista|tabell\p{L}*|rad|rader|visa|ge|nämn|sök|hitta|finns|finnas|verka\p{L}*|verksam\p{L}*|ligger|är|belägna?|bland|sina|sitt|sin|har|ingår|nu|idag|områd\p{L}*|trakt\p{L}*|park\p{L}*|finland|finländsk\p{L}*|databas\p{L}*|heter)$/iu;
