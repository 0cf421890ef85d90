import { LANGUAGES, type Language } from "../../knowledge/languages.ts";

/**
 * Chooses the language in which a page is sent; the browser may change it afterwards.
 *
 * @param asked Value of `?lang=`, if any.
 * @param acceptLanguage The browser's `Accept-Language` header, if any.
 * @returns `asked` when it is one of ours, else the browser's most wanted one of ours, else English.
 *
 * @example
 * ```ts
 * pageLanguage(undefined, "de-DE,fi;q=0.7,en;q=0.3"); // "fi"
 * ```
 */
export function pageLanguage(asked: string | undefined, acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language);
  return [asked, ...wanted].find(isLanguage) ?? "en";
}

function isLanguage(value: string | undefined): value is Language {
  return LANGUAGES.some((language) => language === value);
}
