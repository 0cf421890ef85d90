import type { StreamQuery } from "../query/stream-query.ts";
import { type NameContext, readStreamNames, type StreamName } from "./read-stream-names.ts";
import type { UnreadText } from "./unread-text.ts";

const BEFORE =
  /(?<!\p{L})(?:except(?:ing)?|excluding|but not|other than|apart from|besides|not counting|leaving out|paitsi|muut kuin|muita kuin|muu kuin|jättäen pois|utom|förutom|andra än|annat än|bortsett från|exklusive|outside(?: of)?|elsewhere than|anywhere but|muualla kuin|utanför|annanstans än)(?: for)?(?: (?:the|any|all|in|from|i|på|från|kaikki|alla|de|den))*\s*$/iu;
/** Finnish says it behind the name: "lentotuhkaa lukuun ottamatta". */
const AFTER = /^\s*(?:lukuun ?ottamatta|pois lukien|poislukien|ulkopuolel\p{L}+)(?!\p{L})/iu;
/** What may stand between two names that are both left out. */
const JOINT = /^\s*(?:,|and|or|ja|tai|sekä|och|eller|samt|,\s*(?:and|or))\s*$/iu;

/** Reads "except fly ash and slag", "muut kuin Kemissä", "utom SSAB" into `query.except`. */
export function readExceptions(text: UnreadText, context: NameContext): void {
  const { query } = context;
  const inOrder = [...context.names].sort((a, b) => a.start - b.start);
  const left: StreamName[] = [];
  for (const name of inOrder) {
    const before = text.rest.slice(0, name.start);
    const word = BEFORE.exec(before) ?? undefined;
    const behind = AFTER.exec(text.rest.slice(name.end)) ?? undefined;
    const last = left.at(-1);
    const isJoined = last !== undefined && JOINT.test(text.original.slice(last.end, name.start));
    const isSame = last !== undefined && last.start === name.start;
    if (word === undefined && behind === undefined && !isJoined && !isSame) continue;
    left.push(name);
    if (word !== undefined) text.take([word.index, word.index + word[0].trimEnd().length]);
    if (behind !== undefined) text.take([name.end, name.end + behind[0].length]);
  }
  if (left.length === 0) return;
  const except: StreamQuery = {};
  readStreamNames(text, { ...context, query: except, names: left });
  const { materials, categories, parks, places, producers } = except;
  query.except = Object.fromEntries(
    Object.entries({ materials, categories, parks, places, producers }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}
