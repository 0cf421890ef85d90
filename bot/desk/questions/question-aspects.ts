import { isFocusConcept } from "../../understand/focus-concepts.ts";

/** Concepts that come to the same when somebody asks: what it costs, what the price is, how much is paid. */
const ASPECTS: Readonly<Record<string, readonly string[]>> = {
  money: ["cost", "price", "fee", "pay", "expensive", "gate-fee", "membership-fee", "annual-fee", "rent"],
  member: ["member", "membership", "join", "belong", "membership-fee", "member-company"],
  duration: ["duration", "handling-time", "processing-time", "delivery-time"],
  use: ["use", "purpose-of-use", "exploit", "utilise", "utilisation"],
  content: ["contain", "composition", "consist", "content", "concentration"],
  sell: ["sell", "seller", "supplier", "supply"],
  buy: ["buy", "buyer", "purchase", "customer"],
  free: ["free", "available", "vacant", "availability", "spare", "surplus", "excess-capacity"],
  transport: ["transport", "freight", "delivery", "transport-cost", "shipping"],
  storage: ["store", "storage", "warehouse", "storage-cost", "intermediate-storage"],
  need: ["need", "requirement", "necessary", "obligation"],
};

const ASPECT_OF = new Map<string, string[]>();
for (const [aspect, names] of Object.entries(ASPECTS))
  for (const name of names)
    ASPECT_OF.set(`word:${name}`, [...(ASPECT_OF.get(`word:${name}`) ?? []), `aspect:${aspect}`]);

/** Aspects that a question with another answer never shares; the others only make words meet. */
const DECISIVE = new Set(
  ["money", "duration", "content", "use", "sell", "buy", "transport", "storage"].map(
    (aspect) => `aspect:${aspect}`,
  ),
);

const DURATION =
  /(?<!\p{L})(?:how long (?:does|do|will|would|is|takes?)|kauanko|kuinka kauan|miten kauan|hur lång(?:e|t| tid)|hur länge|(?:processing|handling) time|käsittelyai\p{L}*|handläggningstid\p{L}*|behandlingstid\p{L}*)(?!\p{L})/iu;

/** "Are there open jobs?" does not ask for their number. */
const COUNT = /(?<!\p{L})(?:how many|montako|(?:kuinka|miten) monta|hur många)(?!\p{L})/iu;

/** Aspects that a concept of a question stands for. */
export function aspectsOf(conceptId: string): readonly string[] {
  return ASPECT_OF.get(conceptId) ?? [];
}

/**
 * Which fact a question wants of its topic: its price, its duration, what it is used for.
 *
 * @param concepts.whole Ids of the concepts that its words mean as a whole.
 * @param concepts.parts These, and those that stand in a longer phrase or compound.
 */
export function decisiveAspects(
  text: string,
  concepts: { whole: readonly string[]; parts: readonly string[] },
): Set<string> {
  const found = new Set<string>(DURATION.test(text) ? ["aspect:duration"] : []);
  if (COUNT.test(text)) found.add("aspect:count");
  for (const aspect of concepts.parts.flatMap(aspectsOf)) if (DECISIVE.has(aspect)) found.add(aspect);
  for (const id of concepts.whole) if (aspectsOf(id).length === 0 && isFocusConcept(id)) found.add(id);
  return found;
}
