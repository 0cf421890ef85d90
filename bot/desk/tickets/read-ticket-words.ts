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
  return STATUS.some((pattern) => pattern.test(said)) ? { kind: "status" } : undefined;
}
