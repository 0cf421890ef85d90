import type { AskingGroup } from "./asking-group.ts";

const COLOURS = 0.12;

/** Words that shade a question: what may be said, left out or put otherwise without asking for another thing. */
export const COLOURING: readonly AskingGroup[] = [
  {
    id: "size",
    weight: 0.15,
    words: /^(?:size|koko|kokoa|koon|kokoinen|storlek|storleken)$/u,
    phrase:
      /(?<!\p{L})(?:(?:how (?:large|big)|(?:kuinka|miten) (?:suuri|suuret|iso)|hur (?:stor|stort|stora)))(?!\p{L})/iu,
  },
  {
    id: "last",
    weight: 0.2,
    words: /^(?:latest|previous|recent|viimeisin|viimeksi|viime|edellinen|edellisen|senaste|förra|sista)$/u,
    phrase: /(?<!\p{L})(?:the|its|their) last(?!\p{L})/iu,
  },
  {
    id: "hold",
    weight: COLOURS,
    words: /^(?:holds?|held|pidetään|pidettiin|pitänyt|håller|höll|hölls|hållit)$/u,
  },
  { id: "lasts", weight: COLOURS, words: /^(?:long|kauan|kauanko|länge)$/u },
  {
    id: "nationwide",
    weight: 0.08,
    words: /^(?:national|nationwide|valtakunnalli\p{L}*|kansalli\p{L}*|nationell\p{L}*|riksomfattande)$/u,
  },
  {
    id: "new",
    weight: 0.08,
    words: /^(?:new|uusi|uutta|uuden|uudelle|uudet|ny|nytt|nya)$/u,
  },
  {
    id: "fate",
    weight: 0.15,
    words:
      /^(?:happen\p{L}*|done|goes|ends?|becomes?|tapahtu\p{L}*|pääty\p{L}*|menee|menevät|händer|hänt|vägen|hamnar)$/u,
  },
  {
    id: "meaning",
    weight: COLOURS,
    words:
      /^(?:mean|means|meant|meaning|idea|definition|tarkoit\p{L}*|merkity\p{L}*|betyd\p{L}*|betyder|innebär|menas|tanken)$/u,
  },
  {
    id: "now",
    weight: 0.05,
    words:
      /^(?:now|today|present|current|currently|nowadays|still|nykyinen|nykyään|nykyisin|nyt|tänään|yhä|vielä|edelleen|nuvarande|numera|idag|dag|fortfarande)$/u,
  },
  {
    id: "must",
    weight: COLOURS,
    words:
      /^(?:must|obliged|obligat\p{L}*|required?|requires|needed|necessary|pitää|täytyy|pakko|vaaditaan|vaatii|vaadita|pakollinen|pakollista|mandatory|compulsory|tvungen|tvungna|tvunget|obligatorisk\p{L}*|tarvitaan|tarvits\p{L}*|edelly\p{L}*|måste|skyldig\p{L}*|krävs|kräver|behövs|behöver)$/u,
  },
  {
    id: "may",
    weight: 0.05,
    words: /^(?:able|possible|allowed|pääse\p{L}*|mahdollista|möjlig\p{L}*|tulla|gå|komma|join|mukaan)$/u,
  },
  {
    id: "tell",
    weight: 0.05,
    words:
      /^(?:tell|know|want|wants|haluaa|haluamme|haluan|haluaisi\p{L}*|vill|önskar|tarjolla|tiedän|tiedämme|tietää|kerro|vet|veta|berätta|oikein|tarkalleen|egentligen|exactly|kind|kinds|sort|sorts|hurdan|hurdana|millainen|millaisia|päin)$/u,
  },
  {
    id: "area",
    weight: COLOURS,
    words:
      /^(?:areas?|sites?|region|district|alue|alueen|alueella|alueelta|alueelle|seutu|seudu\p{L}*|område|området|områden|region\p{L}*|trakten)$/u,
  },
  {
    id: "join",
    weight: 0.05,
    words:
      /^(?:between|välille|välillä|välistä|mellan|bland|toimi|toimii|toimivat|toimia|act|acted|serve|served|operates?|operating|operoi|operoivat|carry|carries|etenee|etenevät|proceeds?|räknas|klassas|lasketaan|katsotaan|luokitellaan|counts?|involve\p{L}*|sit|sits|sitter|sitta|verksam\p{L}*|located|based|fungera\p{L}*|verka|verkar|deliver\p{L}*|toimitetaan|toimittaa|toimittavat|lever\p{L}*)$/u,
  },
  {
    id: "make",
    weight: 0.2,
    words:
      /^(?:made|making|produc(?:e|es|ed|ing)|manufactur(?:e|es|ed|ing)|tuota|tuottaa|tuottavat|tuotetaan|valmistaa|valmistavat|valmistetaan|producera\p{L}*|tillverka\p{L}*|framställ\p{L}*)$/u,
    phrase: /(?<!\p{L})(?:makes|made|tekee|tehdään)(?!\p{L})/iu,
  },
  {
    id: "take",
    weight: COLOURS,
    words:
      /^(?:takers?|receivers?|receiv(?:e|es|ing)|accept\p{L}*|vastaanotta\p{L}*|vastaanotetaan|ottaj\p{L}*|huoli|huolii|huolisi|mottagare|mottagaren|tas|emot)$/u,
    phrase: /(?<!\p{L})(?:takes|ottaa|ottavat|ottaisi|otetaan|tar (?:\p{L}+ )?emot)(?!\p{L})/iu,
  },
  {
    id: "find",
    weight: 0.05,
    words:
      /^(?:finds?|obtain\p{L}*|available|löyty\p{L}*|löytää|löydä|löydän|löydämme|hitta|hittar|hittas|fås)$/u,
    phrase: /(?<!\p{L})(?:löytyy|löytyisi|löydän|saako|saisiko|hittar)(?!\p{L})/iu,
  },
  {
    id: "concern",
    weight: COLOURS,
    words: /^(?:covers?|covered|concerns?|koskee|koskevat|koske|gäller|gälla|omfatta\p{L}*)$/u,
  },
  {
    id: "look-after",
    weight: COLOURS,
    words:
      /^(?:handles?|handled|deals?|hoitaa|hoitavat|hoita\p{L}*|huolehti\p{L}*|vastaa|vastaavat|sköter|sköta|ansvarar|ansvarig|responsible)$/u,
    phrase: /(?<!\p{L})(?:takes? care|tar hand)(?!\p{L})/iu,
  },
  {
    id: "park",
    weight: 0.2,
    words:
      /^(?:eip|parks?|puisto(?:n|on|ssa|sta|a|lle|lla|t|ja|jen|issa|ista|ihin|mme|jemme)?|eko(?:teollisuus)?puisto(?:n|on|ssa|sta|a|lle|lla|t|ja|jen|issa|ista|ihin)?|park|parken|parker|parkerna|parkens|parkernas|ekoindustripark(?:en|er|erna|ens|s|ernas)?)$/u,
    phrase: /(?<!\p{L})eco-?\s?industrial parks?(?!\p{L})/iu,
  },
  {
    id: "number",
    weight: 0.05,
    words: /^(?:number|numbers|lukumäärä\p{L}*|antal|antalet)$/u,
  },
  {
    id: "should",
    weight: 0.05,
    words: /^(?:should|worthwhile|kannatta\p{L}*|lönar|bör)$/u,
  },
  {
    id: "ready",
    weight: COLOURS,
    words: /^(?:ready|valmis|valmista|valmiina|valmiit|färdig|färdigt|färdiga)$/u,
  },
  {
    id: "old",
    weight: COLOURS,
    words:
      /^(?:old|former|formerly|previous|entinen|entis\p{L}*|vanha|vanhat|vanhoja|vanhan|gammal|gamla|tidigare)$/u,
  },
];
