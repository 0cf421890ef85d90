import type { Language } from "../../knowledge/languages.ts";
import type { AdaptiveCard, CardElement } from "../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../reply/build-card.ts";
import { TEXTS } from "../texts.ts";
import { cutText } from "./cut-text.ts";
import type { RecordFact, RecordSheet, RecordSource } from "./record-sheet.ts";
import { RECORD_TEXTS } from "./record-texts.ts";

/** A card is read in a chat; the page has the rest. */
const MOST_FACTS = 14;
const MOST_OF_A_LABEL = 2;
const MOST_VALUE_CHARS = 220;
const MOST_TITLE_CHARS = 200;
const MOST_NOTE_CHARS = 300;
const MOST_ANSWER_CHARS = 1500;
const MOST_SOURCES = 3;

/**
 * Makes the card of one record: what it is, its first facts or answer, where they come from with the year, and a button
 * that opens its page. Well below the 10 KB that suit every client.
 *
 * @param options.language Language of the labels; that of the sheet.
 * @param options.url Address of the record's page. @default {no button}
 */
export function buildRecordCard(
  sheet: RecordSheet,
  { language, url }: { language: Language; url?: string },
): AdaptiveCard {
  const texts = RECORD_TEXTS[language];
  const title = cutText(sheet.title, MOST_TITLE_CHARS);
  const subtitle = [texts.kinds[sheet.kind], sheet.subtitle].filter((part) => part !== undefined).join(" · ");
  return {
    ...buildCard({
      title,
      subtitle: cutText(subtitle, MOST_TITLE_CHARS),
      body: [
        ...factSet(sheet.facts),
        ...answerBlocks(sheet.paragraphs ?? []),
        ...(sheet.note === undefined ? [] : [textBlock(cutText(sheet.note, MOST_NOTE_CHARS))]),
        ...sourceLine(sheet.sources, language),
      ],
      ...(url === undefined ? {} : { actions: [{ type: "Action.OpenUrl", title: texts.open, url }] }),
    }),
    fallbackText: cutText(
      [title, sheet.summary].filter((part) => part !== undefined).join(": "),
      MOST_NOTE_CHARS,
    ),
  };
}

/** The first facts; of a label that comes many times only its first ones. */
function factSet(facts: readonly RecordFact[]): CardElement[] {
  const seen = new Map<string, number>();
  const shown = facts.filter(({ label }) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count <= MOST_OF_A_LABEL;
  });
  if (shown.length === 0) return [];
  const toPair = ({ label, value }: RecordFact) => ({
    title: plain(label),
    value: plain(cutText(value, MOST_VALUE_CHARS)),
  });
  return [{ type: "FactSet", facts: shown.slice(0, MOST_FACTS).map(toPair) }];
}

/** Facts read Markdown as text blocks do, and are escaped as these are. */
function plain(text: string): unknown {
  return textBlock(text).text;
}

function answerBlocks(paragraphs: readonly string[]): CardElement[] {
  let left = MOST_ANSWER_CHARS;
  const blocks: CardElement[] = [];
  for (const paragraph of paragraphs) {
    if (left < 2) break;
    blocks.push(textBlock(cutText(paragraph, left), { spacing: "Small" }));
    left -= paragraph.length;
  }
  return blocks;
}

function sourceLine(sources: readonly RecordSource[], language: Language): CardElement[] {
  if (sources.length === 0) return [];
  const named = sources
    .slice(0, MOST_SOURCES)
    .map(({ title, year }) => TEXTS[language].accordingTo(cutText(title, MOST_VALUE_CHARS), year));
  const more = sources.length > MOST_SOURCES ? "; …" : "";
  const line = `${RECORD_TEXTS[language].sources}: ${named.join("; ")}${more}`;
  return [textBlock(line, { isSubtle: true, size: "Small", separator: true })];
}
