/** How much of a JSON value there may be. */
export interface JsonLimits {
  /** Objects and lists within each other. */
  mostLevels: number;
  /** Names, values and entries altogether. */
  mostParts: number;
  /** Characters of all names and texts. */
  mostChars: number;
}

/**
 * Tells whether a parsed JSON value stays within limits. Goes through it without calling itself, since a body of a few
 * hundred kilobytes can be nested deeper than the stack is.
 */
export function isWithinJsonLimits(value: unknown, limits: JsonLimits): boolean {
  const left = { parts: limits.mostParts, chars: limits.mostChars };
  const open: { value: unknown; level: number }[] = [{ value, level: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    left.parts -= 1;
    if (typeof next.value === "string") left.chars -= next.value.length;
    if (left.parts < 0 || left.chars < 0) return false;
    if (typeof next.value !== "object" || next.value === null) continue;
    if (next.level >= limits.mostLevels) return false;
    const level = next.level + 1;
    for (const [name, inner] of Object.entries(next.value)) {
      left.chars -= name.length;
      open.push({ value: inner, level });
    }
  }
  return true;
}
