/** What words say of a ticket that exists. */
export type TicketWords =
  | { kind: "helped" | "needs-more"; id: number }
  /** Without a number all tickets of the conversation are asked for. */
  | { kind: "status"; id?: number };

const NUMBER = "(?:nro |numero |nr |nummer |no\\.? |number |#)?(\\d{1,9})";
const END = "[\\s?!.]*$";

const HELPED = new RegExp(
  `^(?:sain avun kysymykseen|jag fick hjälp med fråga|i got help with question) ${NUMBER}${END}`,
  "iu",
);

const NEEDS_MORE = new RegExp(
  `^(?:tarvitsen (?:vielä )?apua kysymykseen|jag behöver mer hjälp med fråga|i (?:still )?need (?:more )?help with question) ${NUMBER}${END}`,
  "iu",
);

/** "ticket 12", "missä vaiheessa on kysymys 12?", "hur går det med fråga 12?": a few words, then the number. */
const STATUS_OF = new RegExp(
  `^(?:\\p{L}+ ){0,5}(?:question|ticket|request|kysymys|kysymykseni|kysymykselle|kysymykselleni|kysymyksen|kysymykseen|yhteydenotto|yhteydenottoni|tiketti|fråga|frågan|ärende|ärendet) ${NUMBER}(?: (?:tila|tilanne|status))?${END}`,
  "iu",
);

/** Whole messages only, of the person's own question as something that was sent. */
const STATUS = [
  /^(?:(?:so |and |hi,? )?what about|what (?:has )?happened (?:to|with)|(?:what is|what's) the (?:status|state) of|status of|any (?:news|update|answer|reply) (?:on|about|to|for)|how is it going with|where is the (?:answer|reply) to|show me) my (?:own )?(?:question|ticket|request)s?[\s?!.]*$/iu,
  /^(?:has|have|did) (?:anyone|anybody|someone|somebody|the coordinator|a coordinator) (?:answer(?:ed)?|repl(?:y|ied)(?: to)?|seen|read) my (?:question|ticket|request)s?(?: yet)?[\s?!.]*$/iu,
  /^(?:my|omat?) (?:questions|tickets|requests|kysymykset|kysymykseni)[\s?!.]*$/iu,
  /^(?:entä |mitä kuuluu |mikä on |mitä |miten )?(?:minun )?(?:kysymykse(?:ni|lleni|eni|ssäni)|kysymysteni|yhteydenottoni) ?(?:on )?(?:tila|tilanne|vaihe|kuuluu|tapahtui|kävi|käy|etenee|edistyy)?[\s?!.]*$/iu,
  /^(?:missä vaiheessa|mikä tilanne) (?:on )?(?:minun )?(?:kysymykseni|kysymyksessäni|kysymykselläni|yhteydenottoni)(?: on)?[\s?!.]*$/iu,
  /^(?:mitä|miten) (?:tapahtui |kävi |käy |kuuluu )?(?:minun )?kysymykselleni(?: kuuluu| tapahtui| kävi| käy)?[\s?!.]*$/iu,
  /^(?:onko|joko) (?:joku |kukaan |koordinaattori )?(?:jo )?(?:vastannut |vastattu )?(?:minun )?kysymykseeni(?: jo)?(?: vastattu| vastannut| tullut vastausta| vastausta)?[\s?!.]*$/iu,
  /^(?:(?:hur går det|vad hände|vad händer|hur är läget|hur ligger det till) med|vad är (?:status|statusen|läget) (?:för|på|med)|status (?:för|på)|läget (?:för|med)|visa) (?:min fråga|mina frågor|mitt ärende|mina ärenden)[\s?!.]*$/iu,
  /^har (?:någon|koordinatorn|en koordinator) (?:svarat på|läst|sett) (?:min fråga|mina frågor|mitt ärende)(?: än| ännu)?[\s?!.]*$/iu,
  /^(?:mina frågor|mina ärenden|mitt ärende)[\s?!.]*$/iu,
];

const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, "iu");

/** A question of the person's own, as something that was sent. */
const OWN_QUESTION = word(
  [
    "my (?:own )?(?:question|ticket|request|enquiry|inquiry)s?|the (?:question|ticket|request) (?:that )?(?:i|we) (?:\\p{L}+ )?(?:sent|asked|left|made|put|submitted)|(?:i|we)(?:'ve| have)? (?:sent|asked|left) (?:\\p{L}+ ){0,3}(?:question|request)",
    "kysymykse(?:ni|mme|lleni|eni|stäni|ssäni)|kysymysteni|tike(?:tti|ti|ttii)(?:ni|mme|n)|yhteydenotto(?:ni|mme)|(?:minun|mun|meidän) (?:kysymy(?:s|ksen|kselle|kseen)|tiket(?:ti|in))|kysymy(?:s|ksen|kselle|kseen),? (?:jonka|joka|minkä) (?:\\p{L}+ ){0,2}?(?:läheti\\p{L}*|jäti\\p{L}*|kysyi\\p{L}*|tei\\p{L}*)|(?:läheti|jäti|esiti|tei)(?:n|mme) (?:\\p{L}+ ){0,3}kysymyksen",
    "(?:min|mitt|mina|vår|vårt) (?:fråga|frågor|ärende|ärenden|begäran)|frågan,? (?:som )?(?:jag|vi) (?:\\p{L}+ )?(?:skickade|ställde|lämnade|har (?:skickat|ställt|lämnat)|skickat)|(?:jag|vi) (?:skickade|ställde|lämnade) (?:\\p{L}+ ){0,3}fråga",
  ].join("|"),
);
/** How far it is, or whether somebody has answered. */
const ASKS_STATE = word(
  [
    "status|state|progress|news|happen(?:s|ed|ing)|answer(?:ed)?|repl(?:y|ied)|respon(?:se|ded)|hear(?:d)?|seen|read|looked|checked|handled|going with|where is (?:the|my) (?:answer|reply)|any update",
    "tila|tilanne|vaihe|vaiheessa|tapahtu\\p{L}+|vasta(?:us|usta|uksen|nnut|ttu)|käy|kävi|etenee|edistyy|kuuluu|luettu|nähnyt|lukenut|katsottu|katsonut|käsitel\\p{L}+",
    "status|läge(?:t)?|händer|hände|hur går|svar(?:et|at)?|besvara\\p{L}+|läst|sett|tittat|behandla\\p{L}*|besked|vad är det med|framskrid\\p{L}*",
  ].join("|"),
);
/** A message that asks: a new question to the coordinator is none of these. */
const ASKS =
  /\?|^\W*(?:what|whats|has|have|did|is|any|when|how|where|show|mikä|mitä|missä|miten|onko|joko|koska|milloin|näytä|entä|vad|har|hur|när|finns|är|visa|kommer|any)(?!\p{L})/iu;
const MOST_WORDS = 16;

/** "I sent you a question last week, is there any reply?" */
function asksOfOwnQuestion(words: string): boolean {
  // "My question is: …" is a new one.
  if (words.split(/\s+/).length > MOST_WORDS || words.includes(":") || !ASKS.test(words)) return false;
  return OWN_QUESTION.test(words) && ASKS_STATE.test(words);
}

/**
 * Tells what words say of a ticket: those of the buttons below an answer, and questions about the state of one's own.
 *
 * @returns Nothing for any other words.
 *
 * @example
 * ```ts
 * readTicketWords("Hur går det med fråga 12?"); // { kind: "status", id: 12 }
 * readTicketWords("What about my question?"); // { kind: "status" }
 * readTicketWords("How many questions are in the FAQ?"); // undefined
 * ```
 */
export function readTicketWords(words: string): TicketWords | undefined {
  const said = words.trim();
  const helped = HELPED.exec(said)?.[1];
  if (helped !== undefined) return { kind: "helped", id: Number(helped) };
  const needsMore = NEEDS_MORE.exec(said)?.[1];
  if (needsMore !== undefined) return { kind: "needs-more", id: Number(needsMore) };
  const id = STATUS_OF.exec(said)?.[1];
  if (id !== undefined) return { kind: "status", id: Number(id) };
  return asksOfOwnQuestion(said) || STATUS.some((pattern) => pattern.test(said))
    ? { kind: "status" }
    : undefined;
}
