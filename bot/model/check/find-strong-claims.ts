import type { Language } from "../../../knowledge/languages.ts";

/** Words of one claim in the three languages. */
type Claim = Record<Language, RegExp>;

const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "iu");

/**
 * What turns a true sentence into another one by a word or two: "all", "only", "the first", "bigger than", "for free", "a
 * month". A sentence may say such a thing where its source says the same.
 */
const CLAIMS: readonly Claim[] = [
  {
    en: word("all|every|each|entire|whole"),
    fi: word("kaik\\p{L}+|joka(?:inen|ise\\p{L}*)"),
    sv: word("all|alla|allt|varje|samtliga|hela"),
  },
  {
    en: word("only|sole|solely|unique|exclusively|nothing but"),
    fi: word("vain|ainoa\\p{L}*|ainut\\p{L}*|ainoastaan|yksinomaan|pelkästään"),
    sv: word("enda|endast|bara|enbart|uteslutande"),
  },
  {
    en: word("first|oldest|pioneer\\p{L}*"),
    fi: word("ensimmäi\\p{L}*|ensinnä|vanhin\\p{L}*|vanhimm?\\p{L}*"),
    sv: word("först\\p{L}*|äldst\\p{L}*"),
  },
  {
    en: word(
      "largest|biggest|greatest|smallest|best|worst|highest|lowest|newest|leading|foremost|most \\p{L}+|least \\p{L}+",
    ),
    fi: word(
      "suuri(?:n|mm?\\p{L}*|mp\\p{L}*)|iso(?:in|imm?\\p{L}*|imp\\p{L}*)|para(?:s|st\\p{L}*)|parhai\\p{L}*|tärkei(?:n|mm?\\p{L}*)|uusi(?:n|mm?\\p{L}*)|pieni(?:n|mm?\\p{L}*)|halvi(?:n|mm?\\p{L}*)|johtav\\p{L}*",
    ),
    sv: word(
      "störst\\p{L}*|bäst\\p{L}*|sämst\\p{L}*|högst\\p{L}*|lägst\\p{L}*|nyast\\p{L}*|viktigast\\p{L}*|ledande|främst\\p{L}*|mest|billigast\\p{L}*",
    ),
  },
  { en: word("than"), fi: word("kuin"), sv: word("än") },
  {
    en: word("always|must|certain|certainly|surely|definitely|guarant\\p{L}*|obliged|never"),
    fi: word(
      "aina|varmasti|varma|pakko|pitää|täytyy|taka(?:a|ava\\p{L}*|tu\\p{L}*)|koskaan|ratkaistava|tehtävä",
    ),
    sv: word("alltid|måste|säkert|säker|garant\\p{L}*|aldrig"),
  },
  {
    en: word("free|gratis"),
    fi: word("ilmai\\p{L}*|maksut\\p{L}*|vapa\\p{L}*"),
    sv: word("gratis|kostnadsfri\\p{L}*|avgiftsfri\\p{L}*|ledig\\p{L}*|fri"),
  },
  {
    en: word("cheap\\p{L}*|expensive|costly|inexpensive"),
    fi: word("halpa\\p{L}*|halv\\p{L}*|edulli\\p{L}*|kalli\\p{L}*"),
    sv: word("billig\\p{L}*|dyr\\p{L}*|förmånlig\\p{L}*"),
  },
  {
    en: word("hazard\\p{L}*|danger\\p{L}*|toxic|poison\\p{L}*"),
    fi: word("vaaralli\\p{L}*|myrkylli\\p{L}*"),
    sv: word("farlig\\p{L}*|giftig\\p{L}*"),
  },
  {
    en: word("clos(?:ed|es|ing|ure)|shut|bankrupt\\p{L}*|ended|left"),
    fi: word("sulje\\p{L}*|suljett\\p{L}*|lakkaut\\p{L}*|lopett\\p{L}*|konkurss\\p{L}*|läht\\p{L}*"),
    sv: word("stäng\\p{L}*|nedlag\\p{L}*|konkurs\\p{L}*|upphör\\p{L}*|lämna\\p{L}*"),
  },
  {
    en: word("confidential|secret|hidden|hid(?:es?|ing)"),
    fi: word("luottamuksel\\p{L}*|salai\\p{L}*|salass\\p{L}*|piilo\\p{L}*"),
    sv: word("konfidentiel\\p{L}*|hemlig\\p{L}*|dold\\p{L}*|dolt"),
  },
  {
    en: word("pay(?:s|ing)?|paid|sold|sells?|being sold|buys?|bought"),
    fi: word(
      "maks(?:aa|avat|oi|etaan|ettu)|my(?:y|yvät|i|ivät|ydä\\p{L}*|yty|ytävä\\p{L}*|yn\\p{L}*)|os(?:taa|tavat|ti|tivat|tetaan)|hank\\p{L}+",
    ),
    sv: word("betala\\p{L}*|sälj\\p{L}*|såld\\p{L}*|sålt|köp\\p{L}*"),
  },
  // Periods and shares.
  {
    en: word("days?|daily"),
    fi: word("päiväs?sä|päivittäin|vuorokau\\p{L}*"),
    sv: word("dag(?:en|ligen)?|dygn\\p{L}*"),
  },
  { en: word("months?|monthly"), fi: word("kuukau\\p{L}*"), sv: word("månad\\p{L}*") },
  {
    en: word("weeks?|weekly|hours?|hourly"),
    fi: word("viiko\\p{L}*|viikko\\p{L}*|tunni\\p{L}*"),
    sv: word("veck\\p{L}*|timm\\p{L}*"),
  },
  { en: word("half|halves"), fi: word("puol(?:et|ikas|ta|een)"), sv: word("hälft\\p{L}*|halv\\p{L}*") },
  { en: word("thirds?"), fi: word("kolmann\\p{L}*|kolmasos\\p{L}*"), sv: word("tredjedel\\p{L}*") },
  {
    en: word("quarters?"),
    fi: word("neljänn\\p{L}*|neljäsos\\p{L}*"),
    sv: word("fjärdedel\\p{L}*|kvart\\p{L}*"),
  },
];

/** A text in its language. */
interface Said {
  text: string;
  language: Language;
}

/**
 * Tells whether a sentence claims something strong that its source does not.
 *
 * @example
 * ```ts
 * hasStrongerClaim({ text: "The only plant", language: "en" }, { text: "Laitos", language: "fi" }); // true
 * ```
 */
export function hasStrongerClaim(told: Said, source: Said): boolean {
  return CLAIMS.some(
    (claim) => claim[told.language].test(told.text) && !claim[source.language].test(source.text),
  );
}

/** Whether a source tells of something that is over or elsewhere, and a sentence leaves that out. */
export function hidesLimit(told: Said, source: Said): boolean {
  const isLimited = LIMITS[source.language].test(source.text);
  return isLimited && !LIMITS[told.language].test(told.text);
}

const LIMITS: Claim = {
  en: word("closed|shut down|bankrupt|former|outside"),
  fi: word("suljet\\p{L}*|lakkautet\\p{L}*|konkurs\\p{L}*|enti\\p{L}*|ulkopuol\\p{L}*"),
  sv: word("stängd\\p{L}*|nedlag\\p{L}*|konkurs\\p{L}*|före detta|tidigare|utanför|utom"),
};
