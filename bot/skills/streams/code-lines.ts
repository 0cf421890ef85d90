import { recordName } from "../../../indexer/index.ts";
import type { StreamRecord } from "../../../knowledge/schema.ts";
import type { AnswerLine } from "../compose-reply.ts";
import { type PresentContext, placeOf } from "./present-cells.ts";
import { streamSources } from "./stream-sources.ts";
import { STREAM_TEXTS } from "./texts.ts";

/** Notes that are quoted for their waste code at most. */
const MOST_NOTES = 3;
/** A chapter ("10") may be any number of a note. */
const LEAST_DIGITS = 4;

/**
 * What a question on a waste code leaves open: most rows bear none, and some name codes in their notes only ("10 01 03 if
 * only peat and untreated wood are burned"), so a list by code, or none, must not pass for the whole truth.
 *
 * @returns The notes that name the code, each with its row, and how many rows bear no code; none where no code is asked for.
 */
export function codeLines(context: PresentContext): AnswerLine[] {
  const { language, view, reader, query } = context;
  const { wasteCode } = query;
  if (wasteCode === undefined) return [];
  const { limit: _limit, sort: _sort, groupBy: _groupBy, wasteCode: _code, ...filters } = query;
  const bare = view.streams.run({ ...filters, hasWasteCode: false }, reader).rows;
  if (bare.length === 0) return [];
  const written = [wasteCode.replace(/(\d\d)(?=\d)/g, "$1 "), wasteCode];
  const texts = STREAM_TEXTS[language];
  const told = wasteCode.length < LEAST_DIGITS ? [] : bare;
  const noted = told.flatMap((stream): AnswerLine[] => {
    const sentence = sentenceWith(written, stream[`note_${language}`]);
    return sentence === undefined ? [] : [noteLine(stream, { ...context, sentence })];
  });
  return [
    ...(noted.length === 0 ? [] : [{ frame: texts.codeNoted }, ...noted.slice(0, MOST_NOTES)]),
    { frame: texts.codeOpen(bare.length) },
  ];
}

function noteLine(stream: StreamRecord, context: PresentContext & { sentence: string }): AnswerLine {
  const name = recordName(stream, context.language);
  const place = placeOf(stream, context);
  const text = `**${name}**${place === "" ? "" : ` (${place})`}: ${context.sentence}`;
  return { prefix: "- ", claim: { text, sources: streamSources(stream, context) } };
}

/** The sentence of a note that names a code, however it is written. */
function sentenceWith(written: readonly string[], note = ""): string | undefined {
  // Of a hundred thousand notes hardly one holds it: that is seen ten times as fast without a pattern.
  if (!written.some((code) => note.includes(code))) return undefined;
  const code = new RegExp(`(?<!\\d)(?:${written.join("|")})(?!\\d)`);
  return note.split(/(?<=[.!?])\s+(?=\p{Lu})/u).find((sentence) => code.test(sentence));
}
