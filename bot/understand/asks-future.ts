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
