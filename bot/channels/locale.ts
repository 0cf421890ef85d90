import { z } from "zod";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";

const clientInfoSchema = z.object({ type: z.literal("clientInfo"), locale: z.string() });

/**
 * The language a BCP 47 tag speaks of, or `undefined` for a language the bot has not.
 *
 * @example
 * ```ts
 * languageOfLocale("sv-FI"); // "sv"
 * languageOfLocale("de-DE"); // undefined
 * ```
 */
export function languageOfLocale(locale: string | undefined): Language | undefined {
  const primary = locale?.trim().toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary);
}

/** The language an activity's client is set to: its `locale`, or Teams' `clientInfo` entity. */
export function languageOfActivity(activity: {
  locale?: string;
  entities?: readonly unknown[];
}): Language | undefined {
  const own = languageOfLocale(activity.locale);
  if (own) return own;
  for (const entity of activity.entities ?? []) {
    const info = clientInfoSchema.safeParse(entity);
    if (info.success) return languageOfLocale(info.data.locale);
  }
  return undefined;
}
