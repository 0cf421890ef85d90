import type { Language } from "../../knowledge/languages.ts";
import { type AppFacts, buildManifest, type Json } from "./build-manifest.ts";
import { schemaUrl } from "./manifest-version.ts";

/** Parts of the manifest whose texts Teams can show in another language. */
const TRANSLATED_PARTS = ["name", "description", "bots", "composeExtensions"];

/** Fields that hold words for people, wherever they stand in those parts. */
const TEXT_FIELDS = new Set(["short", "full", "title", "description", "prompt"]);

/**
 * Builds a file of translations: each text of the manifest under its path in it.
 *
 * It is taken from the manifest in that language, so it has every text that the default language has.
 *
 * @param facts What this installation is.
 * @param language Language of the file.
 * @returns Texts by path, after the schema's address.
 *
 * @example
 * ```ts
 * buildLocalization(facts, "sv")["composeExtensions[0].commands[0].title"]; // "Sidoströmmar"
 * ```
 */
export function buildLocalization(facts: AppFacts, language: Language): Record<string, string> {
  const manifest = buildManifest(facts, language);
  const texts = TRANSLATED_PARTS.flatMap((part) => textsOf(manifest[part] ?? {}, part));
  return { $schema: schemaUrl(facts.manifestVersion, "localization"), ...Object.fromEntries(texts) };
}

/** Texts below a value as pairs of path and text. */
function textsOf(value: Json, path: string): [path: string, text: string][] {
  if (typeof value !== "object") return [];
  if (isList(value)) return value.flatMap((item, index) => textsOf(item, `${path}[${index}]`));
  return Object.entries(value).flatMap(([field, inner]): [string, string][] => {
    const innerPath = `${path}.${field}`;
    if (typeof inner === "string") return TEXT_FIELDS.has(field) ? [[innerPath, inner]] : [];
    return textsOf(inner, innerPath);
  });
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
