import type { Language } from "../../../knowledge/languages.ts";
import type { AnswerType } from "../../understand/answer-type.ts";
import { askingClause } from "./plain-asking.ts";

/** What sort of thing a question wants to know. */
export type AskedKind =
  | "reason"
  | "count"
  | "amount"
  | "date"
  | "email"
  | "person"
  | "place"
  | "definition"
  | "manner"
  | "whether"
  | "thing";

/** What a question asks beside its topic; two questions that differ in it have different answers. */
export interface AskedThing {
  kind: AskedKind;
  /** Whether it asks for what is not ("which parks have no port?"). */
  isDenied: boolean;
  /** Marks of more, less, than and only, as four digits. */
  comparison: string;
  /** Which side of an exchange it asks for. */
  side: "giver" | "taker" | "either";
  /** Figures in it but years, digits alone. */
  figures: ReadonlySet<string>;
  /** Four digits that may be a year. */
  years: ReadonlySet<string>;
}

const MANNER: Record<Language, RegExp> = {
  en: /(?<!\p{L})how (?!many|much|large|big|long|old|far|deep|high|tall|wide|often|come)\p{L}/iu,
  fi: /(?<!\p{L})(?:miten|kuinka|millä tavalla) (?!monta|moni|paljon|suur|iso|pitkä|kauan|vanha|syvä|korkea|usein)\p{L}/iu,
  sv: /(?<!\p{L})(?:hur|på vilket sätt) (?!många|mycket|stor|stort|stora|lång|långt|länge|ofta|djup|gamm|hög|högt)\p{L}/iu,
};

const LASTS =
  /(?<!\p{L})(?:how (?:long|often|old|far|hot|warm|deep|high|heavy|fast)|(?:kuinka|miten) (?:vanh\p{L}*|kaukana|kuuma\p{L}*|syvä\p{L}*)|hur (?:gammal|gammalt|gamla|långt|varm\p{L}*|djup\p{L}*)|(?:kuinka|miten) (?:kauan|usein)|kauanko|(?:kuinka|miten) pitkään|hur (?:länge|ofta|lång|långt)|\p{L}*säilytysa(?:ika|jan)|(?:lagrings|förvarings|bevarings)tid\p{L}*|retention (?:time|period))(?!\p{L})/iu;

const OPEN_HOURS =
  /(?<!\p{L})(?:(?:opening|business) (?:hours|times)|aukiolo\p{L}*|öppettid\p{L}*)(?!\p{L})/iu;
/** "Who has surplus heat?" asks where it is rather than for a person. */
const WHO_HAS =
  /^\W*(?:who (?:has|have|else has)|(?:kenellä|keillä|kellä)(?:hän)? on|vem har|vilka har|har (?:någon|nån))(?!\p{L})/iu;
/** "Receiver of fibre sludge?" asks who it is. */
const WHO_TAKES =
  /(?<!\p{L})(?:receivers?|takers?|buyers?|vastaanottaja|vastaanottajat?|ottaja|ottajia|ostaja|ostajia|mottagare|köpare)(?!\p{L})/iu;

const YEAR = /^(?:19|20)\d\d$/;

/** "What was the project?" asks what something was, like "What is it?". */
const DEFINES =
  /^\W*(?:what (?:is|are|was|were)|mikä (?:on|oli)|mitä (?:on|ovat|oli)|vad (?:är|var))(?!\p{L})/iu;

const COUNTS =
  /(?<!\p{L})(?:how many|montako|moniko|(?:kuinka|miten) (?:monta|moni)|hur många|(?<!phone )(?<!telephone )number of|antalet|lukumäärä)(?!\p{L})/iu;

const WHETHER: Record<Language, RegExp> = {
  en: /^\W*(?:is|are|was|were|do|does|did|can|could|may|must|has|have|had|will|would|should|need)(?!\p{L})/iu,
  fi: /^\W*(?!(?:joko|paljonko|montako|moniko|kauanko|milloinko)(?!\p{L}))\p{L}+(?:ko|kö)(?!\p{L})/iu,
  sv: /^\W*(?:är|var det|finns|fanns|räknas|kan|får|måste|ska|bör|har|hade|hör|går|tar|gäller|behöver|behövs|äger|återvinns|ligger|ger|gör|stämmer|tas|tillåts|krävs|hittas|lönar|deltar|skulle|fungerar|säljs|erbjuder|producerar|köper)(?!\p{L})/iu,
};

const NO_LONGER =
  /(?<!\p{L})(?:no longer|not (?:\p{L}+ ){0,3}any ?more|(?:ei|eivät) (?:\p{L}+ ){0,2}enää|enää|inte längre)(?!\p{L})/giu;
const DENIAL: Record<Language, RegExp> = {
  en: /(?<!\p{L})(?:no|not|none|never|neither|nor|without|cannot|lack(?:s|ing)?|except|other than)(?!\p{L})|n['’]t(?!\p{L})/iu,
  fi: /(?<!\p{L})(?:ei|eivät|eikä|en|emme|ette|älä|ilman|paitsi|puuttu\p{L}*)(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:ingen|inget|inga|inte|ej|icke|utan|utom|aldrig|sakna\p{L}*)(?!\p{L})/iu,
};

const MORE =
  /(?<!\p{L})(?:more|most|larger|largest|bigger|biggest|greater|greatest|maximum|longest|enemmän|eniten|suurempi|suurin|suurimmat?|korkein|pisin|enintään|enimmäis\p{L}*|mer|mest|flera?|flest|större|största|högst\p{L}*|längsta)(?!\p{L})/iu;
const LESS =
  /(?<!\p{L})(?:less|least|fewer|fewest|smaller|smallest|lowest|minimum|vähemmän|vähiten|pienempi|pienin|pienimmät?|matalin|vähintään|vähimmäis\p{L}*|mindre|minst|minsta|färre|lägsta)(?!\p{L})/iu;
const THAN =
  /(?<!\p{L})(?:than|compare\p{L}*|versus|vs|kuin|vertaa|verrattuna|än|jämför\p{L}*|jämfört)(?!\p{L})/iu;

const ONLY = /(?<!\p{L})(?:only|just|vain|ainoastaan|bara|endast|enbart)(?!\p{L})/iu;

const GIVES =
  /(?<!\p{L})(?:produc(?:e|es|ed|ers?|ing)|suppl(?:y|ies|iers?)|sells?|sold|selling|sellers?|generates?|gives?|tuotta[av]\p{L}*|tuottaa|myy|myi|myyvät|myydään|keneltä|luovutta\p{L}*|toimittaja\p{L}*|producera\p{L}*|producent\p{L}*|säljer|sålde|säljs|levererar|leverantör\p{L}*)(?!\p{L})/iu;
const TAKES =
  /(?<!\p{L})(?:takes?|taking|receiv(?:e|es|ers?|ing)|accepts?|buys?|bought|buyers?|needs?|ottaa|ottavat|ottaako|ottaisi|vastaan\p{L}*|osta[av]\p{L}*|ostaa|osti|ostivat|tarvitse[ev]\p{L}*|(?:tar|tas|ta) (?:\p{L}+ )?emot|mottag\p{L}*|köper|köps|köpte|behöver|huolii|huolisi|kelpaa)(?!\p{L})/iu;

/** "Who takes care of permits?" receives nothing. */
const TAKES_CARE =
  /(?<!\p{L})(?:takes? (?:care|part|place|account|into)|(?:i|we) take|tar (?:hand|reda|ansvar|del) (?:om|på|för|i)?|ottaa (?:huomioon|yhteyttä|vastuun|osaa))(?!\p{L})/giu;
/** "Do we need a permit?" asks what must be, not who receives. */
const NEEDS = /(?<!\p{L})(?:needs?|tarvitse[\p{L}]*|behöver)(?!\p{L})/giu;

const TO_WHOM =
  /(?<!\p{L})(?:to whom|who(?:m)? .*(?:sell|sold|give|supply) .*to|kenelle .*(?:my\p{L}+|annetaan|luovut\p{L}*|tarjo\p{L}*|toimit\p{L}*)|(?:till|åt) vem|vem .*sålde .*till)(?!\p{L})/iu;

/**
 * Reads what a question asks beside its topic.
 *
 * @param whole The question as it was asked; what the asker tells before the question itself does not count.
 * @param context.answerType Kind of answer that `detectAnswerType` found.
 */
export function readAskedThing(
  whole: string,
  context: { language: Language; answerType: AnswerType },
): AskedThing {
  const { language } = context;
  const text = askingClause(whole);
  const kind = readKind(text, context);
  const figures = [...text.matchAll(/\d[\d\s.,]*\d|\d/g)].map(([figure]) => figure);
  return {
    kind,
    isDenied: DENIAL[language].test(withoutNonDenials(text, kind)),
    comparison: [MORE, LESS, THAN, ONLY].map((pattern) => (pattern.test(whole) ? "1" : "0")).join(""),
    side: readSide(text, kind),
    figures: new Set(
      figures.filter((figure) => !YEAR.test(figure)).map((figure) => figure.replace(/\D/g, "")),
    ),
    years: new Set(figures.filter((figure) => YEAR.test(figure))),
  };
}

/** "May waste be used without a permit?" asks the same as "Is a permit needed to use waste?". */
const WITHOUT =
  /(?<!\p{L})(?:without(?= (?:an? )?\p{L}*\s?(?:permit|licen[cs]e|notification))|ilman(?= \p{L}*(?:lupaa|ilmoitusta))|(?:lupaa|ilmoitusta) ilman|utan(?= \p{L}*(?:tillstånd|anmälan)))(?!\p{L})/giu;

function withoutNonDenials(text: string, kind: AskedKind): string {
  const plain = text.replace(NO_LONGER, " ");
  return kind === "whether" ? plain.replace(WITHOUT, " ") : plain;
}

/** "Who takes our ash?", "Where does it go?"; "Which steps does it take?" has no sides. */
function readSide(text: string, kind: AskedKind): AskedThing["side"] {
  if (!["person", "place", "whether"].includes(kind)) return "either";
  if (TO_WHOM.test(text)) return "taker";
  const plain = text.replace(TAKES_CARE, " ");
  const gives = GIVES.test(plain);
  const takes = TAKES.test(kind === "whether" ? plain.replace(NEEDS, " ") : plain);
  return gives === takes ? "either" : gives ? "giver" : "taker";
}

function readKind(text: string, context: { language: Language; answerType: AnswerType }): AskedKind {
  const { language, answerType } = context;
  if (answerType === "reason") return "reason";
  if (COUNTS.test(text)) return "count";
  if (LASTS.test(text)) return "amount";
  if (OPEN_HOURS.test(text)) return "date";
  if (answerType === "email" || answerType === "date") return answerType;
  if (WHETHER[language].test(text)) return "whether";
  if (MANNER[language].test(text)) return "manner";
  if (answerType === "number") return "amount";
  if (WHO_HAS.test(text)) return "thing";
  if (answerType === "person" || answerType === "phone") return "person";
  if (answerType === "definition" || DEFINES.test(text)) return "definition";
  if (answerType === "place") return "place";
  return WHO_TAKES.test(text) ? "person" : "thing";
}

/** What a different kind costs where the same answer may still serve; pairs that are not here never match. */
const KIND_COSTS: Readonly<Record<string, number>> = {
  "person place": 0.06,
  "place thing": 0.04,
  "place whether": 0.1,
  "thing whether": 0.06,
  "date whether": 0.15,
  "amount count": 0.04,
  "amount thing": 0.2,
  "manner whether": 0.12,
  "definition thing": 0.02,
  "definition manner": 0.06,
  "amount definition": 0.08,
  "definition whether": 0.1,
};

/** What it costs that two questions want different kinds of things; nothing when one's answer never serves the other. */
export function kindCost(one: AskedKind, other: AskedKind): number | undefined {
  return one === other ? 0 : KIND_COSTS[[one, other].sort().join(" ")];
}
