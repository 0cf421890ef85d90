import type { Passage } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { dayOf, presentDay } from "../../calendar.ts";
import { FAQ_TEXTS } from "./faq-texts.ts";

/** What is said of the age of a curated answer. */
export interface DateFrames {
  /** Above it: that its last day has passed. */
  expired?: string;
  /** Below it: the day it was written. */
  dated?: string;
}

/**
 * Says how old a curated answer is, where its entry tells days.
 *
 * @param context.language Language of the answer around it.
 * @param context.now The present.
 */
export function dateFrames({ faq }: Passage, context: { language: Language; now: Date }): DateFrames {
  const { language, now } = context;
  const texts = FAQ_TEXTS[language];
  const { changed, validUntil } = faq ?? {};
  return {
    ...(validUntil !== undefined &&
      validUntil < dayOf(now.getTime()) && { expired: texts.expired(presentDay(validUntil, language)) }),
    ...(changed !== undefined && { dated: texts.dated(presentDay(changed, language)) }),
  };
}
