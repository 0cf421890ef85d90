import type { Language } from "../../../knowledge/languages.ts";

/** Words that turn a statement round; a sentence that forbids and one that does not allow say the same. */
const DENIAL: Record<Language, RegExp> = {
  en: /(?<!\p{L})(?:no|not|none|never|neither|nor|without|cannot|unable|lack\p{L}*|forbid\p{L}*|prohibit\p{L}*|banned|impossible)(?!\p{L})|n't(?!\p{L})/iu,
  fi: /(?<!\p{L})(?:ei|en|et|emme|ette|eivät|eikä|älä|älkää|ilman|ettei|eivätkä|puuttu\p{L}*|kielle\p{L}*|kiello\p{L}*|mahdoto\p{L}*)(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:ingen|inget|inga|inte|icke|ej|aldrig|utan|sakna\p{L}*|förbju\p{L}*|förbud\p{L}*|omöjlig\p{L}*)(?!\p{L})/iu,
};

/** Denials that deny nothing: "not only … but also". */
const EMPTY: Record<Language, RegExp> = {
  en: /\bnot only\b|\bno later than\b|\bnot (?:more|less|fewer) than\b/giu,
  fi: /(?<!\p{L})(?:ei|eivät) (?:vain|ainoastaan|pelkästään)(?!\p{L})/giu,
  sv: /(?<!\p{L})inte (?:bara|endast|enbart)(?!\p{L})/giu,
};

/** Tells whether a sentence denies something. */
export function isDenial(text: string, language: Language): boolean {
  return DENIAL[language].test(text.replace(EMPTY[language], " "));
}

/** Words of what is not there yet. */
const PLAN: Record<Language, RegExp> = {
  en: /(?<!\p{L})(?:plan(?:s|ned|ning|ners)?|propos\p{L}*|would|intend\p{L}*|envisag\p{L}*|scheduled|will)(?!\p{L})/iu,
  fi: /(?<!\p{L})(?:suunnit\p{L}*|kaavail\p{L}*|ehdot\p{L}*|aiko\p{L}*|aikee\p{L}*|(?:oli|voi|sai|tuli)si\p{L}*|tulee olemaan)(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:plan(?:er|en|erna|era\p{L}*)?|föresl\p{L}*|skulle|avser|ämnar|tänkt|ska|kommer att)(?!\p{L})/iu,
};

/** Tells whether a sentence speaks of a plan rather than of what is. */
export function isPlan(text: string, language: Language): boolean {
  return PLAN[language].test(text);
}
