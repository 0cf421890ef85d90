/** Sources tell what was; tomorrow's weather and next year's prices they cannot know. */
const FORECAST =
  /(?<!\p{L})(?:tomorrow|tonight|next (?:week|weekend|month|year|summer|winter|spring|autumn)|this weekend|huomenna|ylihuomenna|ensi (?:viikolla|kuussa|vuonna|vuoden|talvena|kesänä|keväänä|syksynä)|tulevana viikonloppuna|i ?morgon|i kväll|i helgen|nästa (?:vecka|månad|år|sommar|vinter|vår|höst))(?!\p{L})/iu;
const YEAR = /(?<!\d)20\d\d(?!\d)/g;

/**
 * Tells whether a question asks what nobody can know yet: tomorrow's weather, next year's prices.
 *
 * @example
 * ```ts
 * asksForecast("Vad kostar zink nästa år?"); // true
 * ```
 */
export function asksForecast(text: string): boolean {
  return FORECAST.test(text);
}

/**
 * Tells whether a question names a year to come. A plan may speak of one, a table of what arises does not.
 *
 * @param year The present year. @default {that of the clock}
 */
export function namesYearToCome(text: string, year = new Date().getFullYear()): boolean {
  return [...text.matchAll(YEAR)].some(([named]) => Number(named) > year);
}

const LAST_YEAR = /(?<!\p{L})(?:last year|viime vuonna|viime vuoden|förra året|i fjol|fjolårets)(?!\p{L})/iu;

/**
 * The year that a question calls the last one.
 *
 * @param year The present year. @default {that of the clock}
 * @returns Four digits; `undefined` when no last year is spoken of.
 */
export function namedLastYear(text: string, year = new Date().getFullYear()): string | undefined {
  return LAST_YEAR.test(text) ? String(year - 1) : undefined;
}
