import type { AskingGroup } from "./asking-group.ts";

const COLOURS = 0.12;

/** Words that shade a question: what may be said, left out or put otherwise without asking for another thing. */
export const COLOURING: readonly AskingGroup[] = [
  {
    id: "size",
    weight: 0.25,
    words: /^$/u,
    phrase:
      /(?<!\p{L})(?:(?:how (?:large|big)|(?:kuinka|miten) (?:suuri|suuret|iso)|hur (?:stor|stort|stora)))(?!\p{L})/iu,
  },
  {
    id: "last",
    weight: 0.2,
    words:
      /^(?:last|latest|previous|recent|viimeisin|viimeksi|viime|edellinen|edellisen|senaste|förra|sista)$/u,
  },
  {
    id: "hold",
    weight: COLOURS,
    words: /^(?:holds?|held|pidetään|pidettiin|pitänyt|håller|höll|hölls|hållit)$/u,
  },
  { id: "lasts", weight: COLOURS, words: /^(?:long|kauan|kauanko|länge)$/u },
  {
    id: "new",
    weight: COLOURS,
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
      /^(?:must|obliged|obligat\p{L}*|required?|requires|needed|necessary|pitää|täytyy|pakko|vaaditaan|vaatii|vaadita|tarvitaan|tarvits\p{L}*|edelly\p{L}*|måste|skyldig\p{L}*|krävs|kräver|behövs|behöver)$/u,
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
      /^(?:tell|know|tiedän|tiedämme|tietää|kerro|vet|veta|berätta|oikein|tarkalleen|egentligen|exactly|kind|kinds|sort|sorts|hurdan|hurdana|millainen|millaisia|päin)$/u,
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
      /^(?:between|välille|välillä|välistä|mellan|bland|toimi|toimii|toimivat|toimia|act|acted|serve|served|deliver\p{L}*|toimitetaan|toimittaa|toimittavat|lever\p{L}*)$/u,
  },
];
