import { recordName, renderStream } from "../../../indexer/index.ts";
import type { Language, Reader } from "../../../knowledge/languages.ts";
import type { StreamRecord } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { Reply } from "../../reply/reply.ts";
import { type AnswerLine, type ClaimSource, composeReply } from "../../skills/compose-reply.ts";
import { rowSources } from "../../skills/row-sources.ts";
import { amountOf, parkNameOf, placeOf, toStreamRow } from "../../skills/streams/present-cells.ts";
import type { Alert } from "./alert.ts";
import { describeWatched } from "./describe-watched.ts";
import { ALERT_TEXTS } from "./texts.ts";

/** New rows that a message lists; the others are counted. */
export const MOST_NEWS = 10;

interface NewsContext {
  /** As the owner may see it. */
  view: KnowledgeView;
  reader: Reader;
}

/** The message that tells of the new rows of an alert, each with its source. */
export function composeNews(alert: Alert, context: NewsContext & { rows: readonly StreamRecord[] }): Reply {
  const { rows, view } = context;
  const { language, number } = alert;
  const texts = ALERT_TEXTS[language];
  const shown = rows.slice(0, MOST_NEWS);
  const what = describeWatched(alert.query, { language, view });
  const lines: AnswerLine[] = [
    { frame: texts.news({ number, what, count: rows.length }) },
    ...shown.map((stream) => rowLine(stream, { ...context, language })),
    ...(rows.length > shown.length ? [{ frame: texts.newsShown(shown.length, rows.length) }] : []),
  ];
  const draft = composeReply({
    language,
    intent: "streams",
    lines,
    suggestions: [
      { title: texts.listButton, text: texts.say.list },
      { title: texts.pauseButton, text: texts.say.pause(number) },
      { title: texts.deleteButton, text: texts.say.delete(number) },
    ],
  });
  return { ...draft, streams: shown.map((stream) => toStreamRow(stream, { language, view })), ms: 0 };
}

function rowLine(stream: StreamRecord, context: NewsContext & { language: Language }): AnswerLine {
  const { language } = context;
  const told = [
    stream[`producer_${language}`],
    placeOf(stream, context),
    amountOf(stream, language),
    stream.year,
  ].filter((part) => part !== undefined && part !== "");
  const text = `**${recordName(stream, language)}**: ${told.join(", ")}.`;
  return { prefix: "- ", claim: { text, sources: sourcesOf(stream, context) } };
}

/** The row in words; a row whose sources nobody knows is cited as what it is, a row of the table. */
function sourcesOf(stream: StreamRecord, context: NewsContext & { language: Language }): ClaimSource[] {
  const { language, view } = context;
  const rendered = renderStream(stream, { language, park: parkNameOf(stream.park, context) });
  const passage = [...rendered, `${placeOf(stream, context)}.`].join(" ");
  const file = "side-streams.csv";
  const [first] = rowSources(stream, { view, language, passage, file });
  return [first ?? { title: ALERT_TEXTS[language].table, source: file, passage, language }];
}
