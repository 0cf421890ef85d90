import { recordName } from "../../../indexer/index.ts";
import type { StreamRecord } from "../../../knowledge/schema.ts";
import type { StreamResult } from "../../query/stream-table.ts";
import type { AdaptiveCard } from "../../reply/adaptive-card.ts";
import { buildCard, sayAction, textBlock } from "../../reply/build-card.ts";
import { amountOf, type PresentContext, placeOf, yearOf } from "./present-cells.ts";
import { STREAM_TEXTS } from "./texts.ts";
import { totalClaim } from "./total-lines.ts";

const MOST_ITEMS = 6;

/** The first rows as a card of two lines each, readable on a phone. */
export function streamCard(
  content: {
    title: string;
    shown: readonly StreamRecord[];
    result: StreamResult;
    isMore: boolean;
  },
  context: PresentContext,
): AdaptiveCard {
  const { language, query } = context;
  const { title, shown, result, isMore } = content;
  const texts = STREAM_TEXTS[language];
  const items = shown.slice(0, MOST_ITEMS).map((stream) => ({
    type: "Container" as const,
    spacing: "Small",
    separator: true,
    items: [
      textBlock(recordName(stream, language), { weight: "Bolder" }),
      textBlock(
        [
          amountOf(stream, language),
          placeOf(stream, context),
          stream[`producer_${language}`],
          yearOf(stream, language),
        ]
          .filter((part) => part !== undefined && part !== "")
          .join(" · "),
        { isSubtle: true, spacing: "None" },
      ),
    ],
  }));
  const totals = result.totals.map((total) =>
    textBlock(
      totalClaim(total, { language, isAverage: query.measure === "average" }).text.replaceAll("**", ""),
    ),
  );
  const actions = [
    ...(isMore ? [sayAction(texts.more, texts.moreQuestion)] : []),
    ...(query.sort === undefined && shown.length > 3
      ? [sayAction(texts.largestFirst, texts.largestFirst.toLowerCase())]
      : []),
  ];
  return buildCard({
    title,
    subtitle: texts.shown(Math.min(MOST_ITEMS, shown.length), result.rows.length),
    body: [...items, ...totals],
    actions,
  });
}
