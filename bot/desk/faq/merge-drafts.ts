import { FAQ_FIELDS, type FaqDraft, type FaqField } from "./faq-draft.ts";

/** Two people's changes put together. */
export interface MergedDraft {
  draft: FaqDraft;
  /** Fields that both changed, each in their own way; the draft holds mine. */
  clashes: FaqField[];
}

/**
 * Puts my changes upon what somebody else saved meanwhile: a field that only one of us changed is theirs or mine, and
 * one that both changed is mine and is named.
 *
 * @param options.base What both began with. @default nothing is known of it: every difference is a clash
 *
 * @example
 * ```ts
 * const base = emptyDraft({ tags: "steam" });
 * mergeDrafts({ base, mine: { ...base, year: "2026" }, theirs: { ...base, tags: "heat" } }).clashes; // []
 * ```
 */
export function mergeDrafts(options: { base?: FaqDraft; mine: FaqDraft; theirs: FaqDraft }): MergedDraft {
  const { base, mine, theirs } = options;
  const draft = { ...mine };
  const clashes: FaqField[] = [];
  for (const field of FAQ_FIELDS) {
    if (mine[field] === theirs[field]) continue;
    if (base !== undefined && mine[field] === base[field]) draft[field] = theirs[field];
    else if (base === undefined || theirs[field] !== base[field]) clashes.push(field);
  }
  return { draft, clashes };
}
