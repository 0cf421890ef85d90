const MAX_CHARS = 80;

/**
 * Writes the header that makes a browser keep an answer as a file: an ASCII name for old ones, and the full one.
 *
 * @param name Name of the sheet, in words.
 * @param ending Such as `csv`.
 * @returns Value of `Content-Disposition`.
 *
 * @example
 * ```ts
 * attachmentHeader("Sivuvirrat, Äänekoski", "csv");
 * // attachment; filename="sivuvirrat-aanekoski.csv"; filename*=UTF-8''Sivuvirrat%2C%20%C3%84%C3%A4nekoski.csv
 * ```
 */
export function attachmentHeader(name: string, ending: string): string {
  const full = `${readableName(name)}.${ending}`;
  const encoded = encodeURIComponent(full).replace(/['()*!]/g, (sign) => {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `attachment; filename="${asciiName(name)}.${ending}"; filename*=UTF-8''${encoded}`;
}

/** Keeps letters of every language; drops what file systems refuse. */
function readableName(name: string): string {
  const clean = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, "")
    .replace(/[<>:"/\\|?*]/g, " ")
    .replace(/\s+/g, " ");
  const short = [...clean]
    .slice(0, MAX_CHARS)
    .join("")
    .replace(/^[. ]+|[. ]+$/g, "");
  return short || "sivuvirta";
}

function asciiName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_CHARS)
    .replace(/^-+|-+$/g, "");
  return plain || "sivuvirta";
}
