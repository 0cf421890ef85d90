import type { Language } from "../../knowledge/languages.ts";

/** What may be asked of a park that stands in a table. */
export type Attribute =
  | "contact"
  | "phone"
  | "email"
  | "website"
  | "coordinator"
  | "company-count"
  | "member-count"
  | "employees"
  | "area"
  | "free-area"
  | "founded"
  | "investment"
  | "by-product-amount"
  | "export-share"
  | "location"
  | "industries"
  | "infrastructure"
  | "companies"
  | "streams"
  | "parks";

/** An attribute with the words of the question that ask for it. */
export interface AskedAttribute {
  attribute: Attribute;
  /** Lower-case words of the question that the pattern used up. */
  words: readonly string[];
}

/** Order counts: the first pattern that fits wins ("how many companies" before "companies"). */
const PATTERNS: Record<Language, readonly [Attribute, RegExp][]> = {
  en: [
    ["phone", /\b(?:phone|telephone|mobile)(?: number)?s?\b|\bnumber (?:of|for) (?:the )?contact\b/g],
    ["email", /\be-?mail(?: address)?(?:es)?\b/g],
    [
      "contact",
      /\bcontacts?(?: person| persons| people| details| information)?\b|\bget (?:in touch|hold)\b|\btalk to\b|\bwho (?:should|can|do|could) (?:i|we) (?:call|ring|phone|email|talk to|speak to|ask|turn to|reach|write to)\b|\breach\b/g,
    ],
    ["website", /\b(?:web ?site|web ?page|home ?page|web address|url)\b/g],
    ["coordinator", /\b(?:coordinat\w+|who (?:runs|manages|operates)|managed by|run by|responsible for)\b/g],
    [
      "member-count",
      /\bhow many (?:member companies|members)\b|\bnumber of (?:member companies|members)\b|\bhow many companies (?:belong|are members)\b/g,
    ],
    [
      "company-count",
      /\bhow many (?:\w+ )?(?:companies|firms|businesses|enterprises|operators)\b|\bnumber of (?:\w+ )?(?:companies|firms|businesses|enterprises)\b/g,
    ],
    [
      "employees",
      /\bhow many (?:work|are employed)\b|\bhow many (?:people|employees|workers|jobs|persons|specialists)\b|\bnumber of (?:employees|jobs|workers)\b|\bemploy\w*\b/g,
    ],
    [
      "free-area",
      /\b(?:free|available|vacant|unused) (?:land|area|hectares|plots?|space|sites?)\b|\bland (?:is )?(?:available|free)\b|\bhow much (?:free )?(?:land|space|room)\b/g,
    ],
    [
      "area",
      /\bhow (?:big|large)\b|\bhectares?\b|\b(?:total |land )?area of\b|\bsize of\b|\bsurface area\b|\bwhat is the (?:total )?area\b/g,
    ],
    [
      "founded",
      /\bwhen (?:was|were|did|has)\b.*?\b(?:found\w*|establish\w*|set up|start\w*|form\w*|creat\w*)\b|\b(?:founding|establishment) year\b|\b(?:year|what year)\b.*?\b(?:founded|established|set up)\b/g,
    ],
    ["investment", /\bhow much (?:money )?(?:has been |have been |was |is )?invest\w*\b|\binvestments?\b/g],
    [
      "by-product-amount",
      /\bhow (?:much|many) (?:tonnes of |tons of )?(?:industrial )?(?:by-?products|side ?-?streams|waste)\b|\b(?:total )?amount of (?:industrial )?(?:by-?products|side ?-?streams)\b/g,
    ],
    [
      "export-share",
      /\bshare of (?:finnish |finland's |the )?exports?\b|\bexport share\b|\bpercent(?:age)? of (?:finnish |finland's )?exports?\b/g,
    ],
    [
      "location",
      /\bwhere (?:is|are|does)\b(?:.*\b(?:located|situated|lie|lies)\b)?|\blocated\b|\blocation of\b|\bwhich (?:municipality|town|city|region)\b|\bin what (?:town|city|region|municipality)\b/g,
    ],
    ["infrastructure", /\binfrastructure\b|\butilities\b|\bwhat services\b/g],
    [
      "industries",
      /\bspeciali[sz]\w+\b|\bwhat (?:industries|industry|sectors|kind of industry)\b|\bwhich (?:industries|sectors)\b|\bfocus\w*\b/g,
    ],
    ["streams", /\b(?:side ?-?streams?|by-?products?|waste streams?|residues|material flows)\b/g],
    [
      "companies",
      /\b(?:which|what|list of|list the|name the|show the|who are the) (?:\w+ )?(?:companies|firms|businesses|operators|actors|enterprises)\b|\bwho (?:is|are|operates) (?:there|in|at|on)\b/g,
    ],
    [
      "parks",
      /\b(?:which|what|how many|list of|list the|list|name the|show) (?:all )?(?:the )?(?:eco-?industrial |industrial )?parks?\b/g,
    ],
  ],
  fi: [
    ["phone", /puhelinnumero\w*|puhelin\w*|\bpuh\b|mihin numeroon/g],
    ["email", /sähköpost\w*|\bs-posti\w*|\bmeili\w*/g],
    [
      "contact",
      /yhteyshenkilö\w*|yhteystie\w*|\b(?:keneen|kehen|kenelle) (?:voi |voin |pitää |pitäisi |kannattaa |otan |otetaan |ottaa |saan |soitan |soittaa )*(?:otan |otetaan |ottaa )?(?:yhteyttä|yhteyden)?|\b(?:ota|ottaa|otan|saa|saan) yhtey\w*|\btavoita\w*|\b(?:kenelle|kelle) soit\w*|\bkeneltä (?:voi |voin )?(?:kysyä|kysyn|saa)\b/g,
    ],
    ["website", /verkkosivu\w*|kotisivu\w*|nettisivu\w*|verkko-osoi\w*/g],
    ["coordinator", /koordin\w*|\bkuka (?:vastaa|johtaa|pyörittää|hallinnoi)\b|vetovastuu\w*/g],
    [
      "member-count",
      /(?:monta|montako|paljonko|kuinka paljon|kuinka monta) jäsen\w*|jäsenmäärä\w*|jäsen\w+ (?:luku)?määrä\w*|(?:montako|monta) yritystä kuuluu/g,
    ],
    [
      "company-count",
      /(?:monta|montako|paljonko|kuinka paljon|moniko) (?:\p{L}+ )?(?:\p{L}*yrity\p{L}+|\p{L}*yhtiö\p{L}*|toimija\p{L}*|firm\p{L}+|\p{L}*laito\p{L}+)|\p{L}*yrity(?:sten|ksien) (?:luku)?määrä\p{L}*|yritysmäärä\p{L}*/gu,
    ],
    [
      "employees",
      /(?:monta|montako|moniko|kuinka moni) (?:[\wäöå]+ ){0,2}(?:töissä|työskentel\w*)|(?:monta|montako|paljonko|kuinka paljon) (?:ihmistä|työntekijää|henkilöä|henkeä|työpaikkaa|työntekijöitä)|työntekijä\w*|työllist\w*|työpaikkoj\w*|henkilöstö\w*/g,
    ],
    [
      "free-area",
      /(?:vapaa\w*|käytettävissä oleva\w*) (?:maata|maa-?alaa|tontti\w*|tilaa|alaa|aluetta|tonttimaata)|(?:paljonko|kuinka paljon) (?:vapaata )?(?:tontti)?(?:maata|tilaa|alaa)|tonttimaa\w*/g,
    ],
    ["area", /pinta-?ala\w*|hehtaari\w*|(?:kuinka|miten) (?:suuri|iso|laaja)\w*/g],
    [
      "founded",
      /(?:milloin|koska|minä vuonna|mistä vuodesta|mikä vuosi|mikä on) .*(?:perust\w*|aloit\w*|alko\w*|käynnist\w*|syntyi)|perustamisvuo\w*|milloin perust\w*/g,
    ],
    ["investment", /investoi\w*|investointi\w*/g],
    [
      "by-product-amount",
      /(?:paljonko|kuinka paljon|montako tonnia|mikä määrä) (?:teollisia |teollisuuden )?(?:sivuvirt\w*|sivutuot\w*)|sivuvirtojen (?:kokonais)?määrä\w*/g,
    ],
    ["export-share", /osuus .*vienni\w*|vienni\w* .*osuu\w*|vientiosuu\w*|prosenttia .*vienni\w*/g],
    [
      "location",
      /\bmissä (?:päin |kaupungissa |kunnassa |maakunnassa )?(?:.*)?(?:on|sijaitsee|ovat|sijaitsevat)\b|sijait\w*|sijainti\w*|missä kunnassa|millä paikkakunnalla|missä maakunnassa/g,
    ],
    ["infrastructure", /infra\w*|hyödykke\w*/g],
    [
      "industries",
      /toimial\w*|erikoistu\w*|keskitty\w*|mihin alaan|mitä teollisuutta|millaista teollisuutta/g,
    ],
    ["streams", /sivuvir\p{L}*|sivutuot\p{L}*|materiaalivir\p{L}*|mitä (?:\p{L}+ )*synty\p{L}*/gu],
    [
      "companies",
      /(?:mitkä|mitä|millaisia|luettele|listaa|ketkä) (?:\p{L}+ )*(?:yrity\p{L}+|yhtiö\p{L}*|toimij\p{L}*|firmo\p{L}*)|ketkä (?:siellä |alueella |puistossa )?(?:toimi\p{L}*|ovat)|mitä yrity\p{L}+/gu,
    ],
    [
      "parks",
      /(?:mitkä|mitä|montako|monta|luettele|listaa) (?:\p{L}+ )*(?:ekoteollisuus|teollisuus)?puisto(?:t|ja|jen|a)(?!\p{L})/gu,
    ],
  ],
  sv: [
    ["phone", /telefon\p{L}*|\btfn\b|mobilnummer/gu],
    ["email", /e-?post\p{L}*|\bmejl\p{L}*|\bmail\p{L}*/gu],
    [
      "contact",
      /kontaktperson\p{L}*|kontaktuppgift\p{L}*|\bkontakta\b|\bkontakt\b|\bvem (?:ska|kan|bör|får) (?:jag|vi|man) (?:vända|ringa|fråga|ta kontakt)\p{L}*|\bfår?(?: \p{L}+)? tag\b|\bvända (?:mig|oss|sig)\b|\bta kontakt\b/gu,
    ],
    ["website", /webbplats\p{L}*|webbsid\p{L}*|hemsid\p{L}*|webbadress\p{L}*/gu],
    ["coordinator", /koordin\p{L}*|samordn\p{L}*|\bvem (?:driver|leder|ansvarar)\b|ansvarar för/gu],
    [
      "member-count",
      /hur många medlem\p{L}*|antal(?:et)? medlem\p{L}*|medlemsantal\p{L}*|hur många företag (?:hör|är med|är medlemmar|ingår)/gu,
    ],
    [
      "company-count",
      /hur många (?:\p{L}+ )?(?:\p{L}*företag\p{L}*|\p{L}*bolag\p{L}*|aktörer|firmor|anläggningar)|antal(?:et)? (?:\p{L}+ )?\p{L}*företag\p{L}*/gu,
    ],
    [
      "employees",
      /hur många (?:arbetar|jobbar)|hur många (?:människor|anställda|personer|arbetare|arbetsplatser|jobb)|anställda|sysselsätt\p{L}*|antal(?:et)? anställda/gu,
    ],
    [
      "free-area",
      /(?:ledig\p{L}*|tillgänglig\p{L}*|fri\p{L}*) (?:mark|tomt\p{L}*|areal|yta|plats|hektar)|hur mycket (?:ledig |fri )?(?:mark|tomtmark|plats|utrymme)/gu,
    ],
    ["area", /\bhur (?:stor|stort|stora)\b|hektar\p{L}*|\bareal\p{L}*|\byta(?:n)?\b/gu],
    [
      "founded",
      /(?:när|vilket år|vilka år) .*(?:grunda\p{L}*|bilda\p{L}*|starta\p{L}*|inrätta\p{L}*|börja\p{L}*|uppst\p{L}*)|grundningsår\p{L}*|grundades när/gu,
    ],
    ["investment", /invester\p{L}*/gu],
    [
      "by-product-amount",
      /hur mycket (?:industriella )?(?:sidoström\p{L}*|biprodukt\p{L}*)|hur många ton .*(?:sidoström\p{L}*|biprodukt\p{L}*)|mängden (?:industriella )?(?:sidoström\p{L}*|biprodukt\p{L}*)/gu,
    ],
    ["export-share", /andel .*export\p{L}*|exportandel\p{L}*|procent .*export\p{L}*/gu],
    [
      "location",
      /\bvar (?:ligger|finns|är)\b|beläg\p{L}*|vilken (?:kommun|stad|ort|region|landskap)|i vilket landskap|\bligger\b/gu,
    ],
    ["infrastructure", /infrastruktur\p{L}*/gu],
    ["industries", /bransch\p{L}*|speciali\p{L}*|inrikt\p{L}*|vilken industri|fokus\p{L}*/gu],
    ["streams", /sidoström\p{L}*|biprodukt\p{L}*|restström\p{L}*|materialflöd\p{L}*|vad uppstår/gu],
    [
      "companies",
      /(?:vilka|vad för|lista|nämn) (?:\p{L}+ )*(?:företag\p{L}*|bolag\p{L}*|aktörer\p{L}*|firmor\p{L}*)|vem (?:finns|verkar) (?:där|i|på)|vilka (?:finns|verkar) (?:där|i|på)/gu,
    ],
    ["parks", /(?:vilka|hur många|lista|nämn) (?:\p{L}+ )*(?:eko)?(?:industri)?parker(?:na)?(?!\p{L})/gu],
  ],
};

/** Finds the attributes that a question asks for, strongest first; empty when it asks for something else. */
export function detectAttributes(text: string, language: Language): AskedAttribute[] {
  const lower = text.toLowerCase();
  const found: AskedAttribute[] = [];
  for (const [attribute, pattern] of PATTERNS[language]) {
    const words = [...lower.matchAll(pattern)].flatMap((match) => match[0].split(/[^\p{L}\d-]+/u));
    if (words.length > 0)
      found.push({ attribute, words: words.flatMap((word) => [word, ...word.split("-")]) });
  }
  return found;
}
