import { recordName } from "../../../indexer/index.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import type { StreamRecord } from "../../../knowledge/schema.ts";
import { toAmount } from "../../query/amount.ts";
import type { StreamResult } from "../../query/stream-table.ts";
import type { Download, Picture } from "../../reply/reply.ts";
import { amountOf, type PresentContext, parkNameOf } from "./present-cells.ts";
import { groupName } from "./present-groups.ts";
import { STREAM_TEXTS } from "./texts.ts";

/** Files of the whole result, in the asker's language and for the asker's rank. */
export function streamDownloads(context: PresentContext): Download[] {
  const { language, reader, query } = context;
  const texts = STREAM_TEXTS[language];
  const request = { table: "streams", query: { ...query }, language, reader } as const;
  return [
    { title: texts.csv, request: { ...request, format: "csv" } },
    { title: texts.xlsx, request: { ...request, format: "xlsx" } },
  ];
}

/** Fewer bars are read faster as figures. */
const FEWEST_BARS = 3;
const MOST_BARS = 12;

/**
 * A bar chart of the amounts, where there are enough of one unit to compare.
 *
 * @param context.shown The rows of the answer's table.
 */
export function streamChart(
  result: StreamResult,
  context: PresentContext & { where: string; shown: readonly StreamRecord[] },
): Picture | undefined {
  const { language, where, skip = 0 } = context;
  const texts = STREAM_TEXTS[language];
  if (skip > 0) return undefined;
  const bars = result.groups === undefined ? rowBars(context.shown, context) : groupBars(result, context);
  if (bars.length < FEWEST_BARS) return undefined;
  const alt = `${texts.chart(where)}. ${bars.map(({ label, text }) => `${label}: ${text}`).join("; ")}.`;
  return {
    alt,
    drawing: {
      kind: "bars",
      language,
      title: where,
      // Each bar's text names its own unit: kilograms and tonnes may stand side by side.
      unit: "",
      bars: bars.slice(0, MOST_BARS).map(({ label, value, text }) => ({ label, value, text })),
      source: texts.chartSource,
    },
  };
}

interface Bar {
  label: string;
  value: number;
  text: string;
  unit: string;
}

/** Flows of the unit that most rows have: bars of different units, or of a stock and a flow, compare nothing. */
function rowBars(rows: readonly StreamRecord[], context: PresentContext): Bar[] {
  const { language } = context;
  const bars = rows.flatMap((stream): Bar[] => {
    const amount = toAmount(stream.quantity, stream.unit);
    if (stream.kind !== "flow" || amount === undefined) return [];
    const place = parkNameOf(stream.park, context);
    return [
      {
        label: `${recordName(stream, language)} (${place})`,
        value: amount.value,
        text: amountOf(stream, language),
        unit: amount.dimension,
      },
    ];
  });
  return ofCommonUnit(bars);
}

function groupBars(result: StreamResult, context: PresentContext): Bar[] {
  const { language } = context;
  const bars = (result.groups ?? []).flatMap((group) =>
    group.totals.map(({ quantity, unit }): Bar => {
      const text = `${presentNumber(quantity, language)} ${unit}`;
      return { label: groupName(group, context), value: toAmount(quantity, unit)?.value ?? 0, text, unit };
    }),
  );
  return ofCommonUnit(bars);
}

function ofCommonUnit(bars: readonly Bar[]): Bar[] {
  const [most = []] = [...Map.groupBy(bars, ({ unit }) => unit).values()].sort((a, b) => b.length - a.length);
  return [...most].sort((a, b) => b.value - a.value);
}
