import type { ParkFeature } from "../../knowledge/schema.ts";

/**
 * How people, and the rows of the tables, name what a park offers: in any of the three languages, inflected and in
 * compounds. A word that a longer one holds ("water" in "waste water") is kept apart by what stands around it.
 */
export const FEATURE_WORDS: Readonly<Record<ParkFeature, RegExp>> = {
  land: /(?<!\p{L})(?:(?:free |vacant |building |industrial )?(?:plots?|(?<!on |by |på |till )land|lots?(?! of))(?!\p{L})|hectares?|(?:free|empty|vacant) space|(?:room|space) for|plenty of (?:room|space)|tilaa (?:laajentua|kasvaa)|gott om (?:plats|utrymme)|(?:finns|har|med|och) plats för|(?:vapaata|tyhjää) tilaa|ledigt utrymme|tont(?:ti|in|it|ei|te)\p{L}*|\p{L}*tontti\p{L}*|(?:vapaa[ta]*n? )?maa(?:ta|n|-alaa?)?(?!\p{L})|hehtaar\p{L}*|\p{L}*tomt(?:en|er|erna|mark)?(?!\p{L})|(?:ledig )?mark(?:en)?(?!\p{L})|hektar)/giu,
  steam:
    /(?<!\p{L})(?:(?:process |prosessi)?(?:steam|höyry\p{L}*)|prosessihöyry\p{L}*|(?:process)?ånga\p{L}*)(?!\p{L})/giu,
  heat: /(?<!\p{L})(?:(?:(?:surplus|waste|excess|district|residual|low-temperature|process|low-grade|leftover|left-over|spare|unused|condensing)[- ])*heat(?:ing)?(?!\p{L})|(?:jäte|hukka|ylijäämä|kauko|prosessi|lauhde)?lämp(?:ö|öä|öön|ö[äns]\p{L}*|öenergia\p{L}*|överk\p{L}*|imä\p{L}*)(?!\p{L})|(?:hukka|jäte|ylijäämä)?lämmö(?:n|lle|stä|llä|ksi)(?!\p{L})|(?:spill|över|överskotts|fjärr|process|rest|kondens)*värme(?:n|nät\p{L}*)?(?!\p{L}))/giu,
  cooling:
    /(?<!\p{L})(?:(?:district )?cooling(?! water)|jäähdyty(?:s|stä|ksen|kseen)(?!\p{L})|kaukokylm\p{L}*|(?:fjärr)?kyla(?!\p{L}))/giu,
  "waste-water-treatment":
    /(?<!\p{L})(?:waste[- ]?water(?: treatment)?(?: plants?)?|effluent treatment|sewerage|sewage (?:works|treatment|plant)|jätevesi\p{L}*|jäteved(?:en|et|elle|enpuhdist\p{L}*|enkäsittel\p{L}*)|jäteves[it]\p{L}*|viemäröin\p{L}*|avlopp\p{L}*)(?!\p{L})/giu,
  water:
    /(?<!\p{L}|waste[- ]|deep[- ]|jäte|cooling )(?:(?:process |raw |cooling |industrial |sea)?water(?![- ]?(?:treatment|way|front|purification|glass))|(?:waters? (?:grades|qualities)|vesilaa\p{L}*|veden laa\p{L}*|vattenkvalite\p{L}*)|(?:prosessi|raaka|teollisuus|jäähdytys|meri)?ve(?:si|den|ttä|sistö)(?!\p{L})|(?:process|rå|industri|kyl|havs)?vatten(?!\p{L}))/giu,
  "industrial-gases":
    /(?<!\p{L})(?:industrial gas(?:es)?|technical gas(?:es)?|teollisuuskaasu\p{L}*|tekniset kaasut|industrigas\p{L}*)(?!\p{L})/giu,
  "natural-gas":
    /(?<!\p{L})(?:natural gas|lng(?:[- ]?(?:terminal\p{L}*|terminaali\p{L}*))?|maakaasu\p{L}*|nesteyte\p{L}* maakaasu\p{L}*|naturgas\p{L}*|flytande naturgas)(?!\p{L})/giu,
  biogas:
    /(?<!\p{L})(?:biogas\p{L}*|biomethane|biokaasu\p{L}*|biometaani\p{L}*|biometan)(?! digestate)(?!\p{L})/giu,
  electricity:
    /(?<!\p{L})(?:electricity|(?:electric |renewable |wind |green |cheap |grid )power(?! plant)|power grid|grid connection|(?:tuuli)?sähkö(?:ä|n|verkko\p{L}*|liittymä\p{L}*)?(?!\p{L})|(?:vind)?el(?:en|kraft|nät|anslutning)?(?!\p{L})|vindkraft|förnybar el)(?!\p{L})/giu,
  port: /(?<!\p{L})(?:(?:deep[- ]?(?:water|sea) |sea)?(?:ports?|harbours?)(?!\p{L})|\p{L}*satama(?:a|n|an|ssa|sta|lle|a?\p{L}{0,4})?(?!\p{L})|(?:djup)?hamn(?:en|ar)?(?!\p{L})|kaj(?:plats)?(?!\p{L})|laituri\p{L}*|quay)/giu,
  rail: /(?<!\p{L})(?:rail(?:way|road|ways)?(?: (?:tracks?|connections?|yard|siding|line|terminal))?|train connection|rautati\p{L}*|raide\p{L}*|rata(?:a|n|yhteys|yhteyttä|yhteyden)?|ratapih\p{L}*|junarata\p{L}*|järnväg\p{L}*|spår(?:anslutning)?|bangård)(?!\p{L})/giu,
  road: /(?<!\p{L})(?:(?:good )?road (?:connections?|access|links?)|roads?(?! (?:contract|build|construct|works|salt|surfac)\p{L}*)|motorway|highway|tieyhtey\p{L}*|tie(?:t|n varrella)|moottoritie\p{L}*|valtatie\p{L}*|vägförbindels\p{L}*|vägar|motorväg\p{L}*|landsväg)(?!\p{L})/giu,
  airport: /(?<!\p{L})(?:airports?|lentokent\p{L}*|lentoasem\p{L}*|flygplats\p{L}*|flygfält)(?!\p{L})/giu,
  laboratory:
    /(?<!\p{L})(?:lab(?:s|oratory|oratories)?(?: (?:space|premises|room)s?)?|laborator?io\p{L}*|labra\p{L}*|labb(?:et)?|laboratori\p{L}*|laborator(?:ie)?lokal\p{L}*)(?!\p{L})/giu,
  "pilot-space":
    /(?<!\p{L})(?:pilot(?:ing)?[- ]?(?:hall|space|plant|site|environment|facilit\p{L}+)?s?|test ?beds?|demo(?:nstration)? (?:plant|site|hall)|koe(?:tehdas\p{L}*|rikastamo\p{L}*|laito\p{L}*|hall\p{L}*)|pilotti\p{L}*|pilotointi\p{L}*|pilotoida|pilotoisi\p{L}*|pilotera\p{L}*|testa i (?:liten|full|pilot)\p{L}*|testausalust\p{L}*|pilot(?:hall|lokal|anläggning|miljö)\p{L}*|försöks(?:hall|anläggning)\p{L}*|testmiljö\p{L}*)(?!\p{L})/giu,
  premises:
    /(?<!\p{L})(?:(?:empty |vacant )?(?:factory |production |industrial |mill )?(?:halls?|premises|buildings?)(?!\p{L})|offices?|office space|storage tanks?|tanks?|(?:tyhjä\p{L}* )?(?:tehdas|teollisuus|tuotanto)?hall(?:i|ia|in|eja|iin|ille)(?!\p{L})|toimitila\p{L}*|toimisto\p{L}*|tuotantotila\p{L}*|tehdasrakennu\p{L}*|säiliö\p{L}*|(?:industri|fabriks|produktions)?hall(?:en|ar)?(?!\p{L})|(?:verksamhets|produktions|kontors)?lokal(?:er|erna)?(?!\p{L})|kontor(?!\p{L})|cistern\p{L}*)/giu,
  "waste-handling":
    /(?<!\p{L})(?:(?:waste|industrial side streams?) (?:treatment|handling|management|reception)|recycling centre|waste centre|jätteenkäsittely\p{L}*|jätehuol\p{L}*|jätekesku\p{L}*|käsitellä (?:ja varastoida )?(?:suuria määriä )?(?:teollisuuden )?(?:sivuvirto|jätte)\p{L}*|avfalls(?:hantering|behandling|central)\p{L}*)(?!\p{L})/giu,
  landfill:
    /(?<!\p{L})(?:landfills?|final disposal|kaatopaik\p{L}*|loppusijoi\p{L}*|deponi\p{L}*|slutdeponer\p{L}*|slutförvar\p{L}*)(?!\p{L})/giu,
  "environmental-permit":
    /(?<!\p{L})(?:environmental permits?|permits?(?! of stay)|ympäristölu\p{L}*|luvat(?!\p{L})|lupaa?(?!\p{L})|(?:miljö)?tillstånd(?:et|en)?)(?!\p{L})/giu,
  zoning:
    /(?<!\p{L})(?:zoned|zoning|town plan|environmental impact assessments?|eia(?!\p{L})|asemakaava\p{L}*|kaavoitet\p{L}*|kaava(?:a|n|ssa|t)?(?!\p{L})|ympäristövaikutusten arvioin\p{L}*|yva(?!\p{L})|planlag[dt]\p{L}*|detaljplan\p{L}*|miljökonsekvens\p{L}*|mkb(?!\p{L}))/giu,
  research:
    /(?<!\p{L})(?:research(?: cooperation| centre| institute)?|universit(?:y|ies)|r&d|tutkimu(?:s|sta|ksen|slaito\p{L}*|syhteistyö\p{L}*)|yliopisto\p{L}*|korkeakoulu\p{L}*|forskning\p{L}*|universitet\p{L}*|högskol\p{L}*)(?!\p{L})/giu,
  services:
    /(?<!\p{L})(?:site services|maintenance services?|security services|vartioin\p{L}*|kunnossapitopalvelu\p{L}*|servicetjänster|underhållstjänster)(?!\p{L})/giu,
  "fire-brigade":
    /(?<!\p{L})(?:(?:factory |works )?fire (?:brigade|department|service)|(?:tehdas)?palokun\p{L}*|(?:fabriks|industri)?brandkår\p{L}*)(?!\p{L})/giu,
};

/** What is used up rather than built on: rows of companies and streams tell of it too. */
export const UTILITIES: ReadonlySet<ParkFeature> = new Set([
  "steam",
  "heat",
  "cooling",
  "water",
  "waste-water-treatment",
  "industrial-gases",
  "natural-gas",
  "biogas",
  "electricity",
]);

/** Whether a text names a thing that parks offer. */
export function namesFeature(text: string, feature: ParkFeature): boolean {
  return text.search(FEATURE_WORDS[feature]) >= 0;
}
