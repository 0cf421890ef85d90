import type { ConceptMatch } from "../../indexer/index.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { Reply } from "../reply/reply.ts";
import { findPersonNames } from "./person-names.ts";
import type { Question } from "./question.ts";
import type { Term } from "./term.ts";

/** What of an answer tells the topic. */
type Answered = Pick<Reply, "refused" | "intent" | "text" | "citations" | "parks" | "locationRequest">;

/** First person that an answer to "who" names. */
export function personOf(
  question: Question,
  context: { draft: Answered; view: KnowledgeView },
): string | undefined {
  const { draft, view } = context;
  if (draft.refused || (draft.intent !== "contact" && question.answerType !== "person")) return undefined;
  return findPersonNames(draft.text, view.index.lexicon)[0];
}

/** "KIP-föreningen" is the association of a park and not the park. */
const ASSOCIATION = /^[- ’']*s?\s?(?:association|yhdisty\p{L}*|förening\p{L}*|ry(?!\p{L}))/iu;

function associationOf(park: ConceptMatch, text: string): string | undefined {
  const found = ASSOCIATION.exec(text.slice(park.end));
  return found === null ? undefined : text.slice(park.start, park.end + found[0].length);
}

/** Name of what a turn was about: the names in the question, else the park that was recommended, or that of what was cited. */
export function topicOf(
  question: Question,
  context: { draft: Answered; view: KnowledgeView },
): string | undefined {
  const names = question.matches.filter(
    (match) => match.share === 1 && (match.concept.kind === "park" || match.concept.kind === "place"),
  );
  const parks = names.filter((match) => match.concept.kind === "park");
  const [park] = parks;
  if (park !== undefined) return associationOf(park, question.text) ?? park.concept.labels[question.language];
  // "There" is the place that was recommended, not the town one would be near to.
  const recommended = context.draft.locationRequest && context.draft.parks?.[0];
  if (recommended !== undefined) return recommended.name;
  // A name that no vocabulary knows (a company, a project) says more than the town it is in.
  const isPlace = (term: Term) => [...term.concepts.keys()].some((id) => id.startsWith("place:"));
  const ownNames = question.terms.filter((term) => term.isName && !isPlace(term)).map((term) => term.word);
  if (ownNames.length > 0) return ownNames.join(" ");
  const [place] = names;
  if (place !== undefined) return place.concept.labels[question.language];
  const [trade] = question.matches.filter((match) => match.concept.kind === "trade" && match.share === 1);
  if (trade !== undefined) return question.text.slice(trade.start, trade.end);
  if (context.draft.refused) return undefined;
  const [citation] = context.draft.citations;
  if (citation === undefined) return undefined;
  const [match] = context.view.index.lexicon
    .match(citation.passage.slice(0, 300), citation.language)
    .filter(({ concept }) => concept.kind === "park");
  return match?.concept.labels[question.language];
}
