import type { Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { StreamQuery } from "../../query/stream-query.ts";
import { capitalised } from "../../reply/capitalised.ts";
import { describeQuery } from "../../skills/streams/describe-query.ts";
import { ALERT_TEXTS } from "./texts.ts";

/**
 * What is watched, in words: "Lapland · ash · over 1,000 t".
 *
 * @param context.view As the reader of the words may see it: a query may name a park that not everybody knows of.
 */
export function describeWatched(
  query: StreamQuery,
  context: { language: Language; view: KnowledgeView },
): string {
  const words = describeQuery(query, context).join(" · ");
  return capitalised(words === "" ? ALERT_TEXTS[context.language].everything : words);
}
