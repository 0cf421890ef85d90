import { renderStream } from "../../../indexer/index.ts";
import type { StreamRecord } from "../../../knowledge/schema.ts";
import { capitalised } from "../../reply/capitalised.ts";
import type { ClaimSource } from "../compose-reply.ts";
import { rowSources } from "../row-sources.ts";
import { freshnessMark } from "./freshness-mark.ts";
import { type PresentContext, parkNameOf, placeOf } from "./present-cells.ts";
import { STREAM_TEXTS } from "./texts.ts";

/** One source a row keeps a long list readable; the row's note names the others. */
export function streamSources(stream: StreamRecord, context: PresentContext): ClaimSource[] {
  const { language, view } = context;
  const place = placeOf(stream, context);
  const mark = freshnessMark(stream, { language });
  const passage = [
    ...renderStream(stream, { language, park: parkNameOf(stream.park, context) }),
    ...(place === "" ? [] : [`${STREAM_TEXTS[language].columns.place}: ${place}.`]),
    ...(mark === "" ? [] : [`${capitalised(mark)}.`]),
  ].join(" ");
  return rowSources(stream, { view, language, passage, file: "side-streams.csv" }).slice(0, 1);
}
