import { LANGUAGES } from "../../../knowledge/languages.ts";
import { presentDay } from "../../calendar.ts";
import type { Cells } from "./stream-cells.ts";
import type { LiveRecord } from "./submission.ts";
import { OFFER_TEXTS } from "./texts.ts";

/**
 * The cells of a live stream as they are read and exported on a day: with the note that tells whose word it is, and as a
 * plan until it can be had.
 */
export function liveCells(record: LiveRecord, today: string): Cells {
  const { cells, verified, language, copied } = record;
  const from = cells.available_from ?? "";
  const isAhead = from !== "" && from > today.slice(0, from.length);
  const notes = LANGUAGES.map((one) => {
    const texts = OFFER_TEXTS[one];
    const date = presentDay(verified, one);
    const origin =
      copied.length === 0 ? texts.originAll(date) : texts.origin(date, texts.languageNames[language]);
    const own = cells[`note_${one}`] ?? "";
    return [`note_${one}`, own === "" ? origin : `${own} ${origin}`];
  });
  return {
    ...cells,
    ...(cells.kind === "flow" && isAhead ? { kind: "planned" } : {}),
    ...Object.fromEntries(notes),
  };
}
