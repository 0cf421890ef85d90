import type { AdaptiveCard } from "../reply/adaptive-card.ts";
import type { LinkPolicy } from "./link-policy.ts";
import { keepKnownLinks } from "./safe-links.ts";

/**
 * Leaves only links that are known on a card: a button, a pressed picture or a picture that leads anywhere else goes, and
 * words are treated as those of an answer. What a field holds stays as it is: fields show no links.
 *
 * @returns A new card; the given one is not changed.
 */
export function keepCardLinks(card: AdaptiveCard, isKnown: LinkPolicy): AdaptiveCard {
  return keep(card, isKnown) as AdaptiveCard;
}

type Part = Record<string, unknown>;

function keep(part: unknown, isKnown: LinkPolicy): unknown {
  if (Array.isArray(part)) {
    return part.filter((item) => !leadsAstray(item, isKnown)).map((item) => keep(item, isKnown));
  }
  if (!isPart(part)) return part;
  const isField = String(part.type).startsWith("Input.") || String(part.type) === "Action.Submit";
  return Object.fromEntries(
    Object.entries(part)
      .filter(([, value]) => !leadsAstray(value, isKnown))
      .map(([name, value]) => {
        if (isField) return [name, value];
        const isText = typeof value === "string" && (name === "text" || isFact(part));
        return [name, isText ? keepKnownLinks(value, isKnown) : keep(value, isKnown)];
      }),
  );
}

/** A part that opens or loads an address which is not known. */
function leadsAstray(part: unknown, isKnown: LinkPolicy): boolean {
  if (!isPart(part) || (part.type !== "Action.OpenUrl" && part.type !== "Image")) return false;
  return typeof part.url !== "string" || !isKnown(part.url);
}

/** An entry of a `FactSet`, which has no type of its own. */
function isFact(part: Part): boolean {
  return part.type === undefined && typeof part.title === "string" && typeof part.value === "string";
}

function isPart(part: unknown): part is Part {
  return typeof part === "object" && part !== null && !Array.isArray(part);
}
