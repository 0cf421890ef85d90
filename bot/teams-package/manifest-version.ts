/** Versions of the app manifest that can be built, oldest first; there is no 1.18. */
export const MANIFEST_VERSIONS = [
  "1.17",
  "1.19",
  "1.20",
  "1.21",
  "1.22",
  "1.23",
  "1.24",
  "1.25",
  "1.26",
  "1.27",
  "1.28",
  "1.29",
  "1.30",
] as const;

/** A version of the app manifest. */
export type ManifestVersion = (typeof MANIFEST_VERSIONS)[number];

/** The version built unless another is asked for: the newest with a published schema. */
export const DEFAULT_MANIFEST_VERSION: ManifestVersion = "1.30";

/**
 * What a prompt starter of a manifest version can be.
 *
 * - `short`: its title of at most 32 characters is what goes into the message box.
 * - `long`: the same with at most 128 characters.
 * - `prompt`: a short title, and a question of its own that goes into the message box.
 */
export type StarterForm = "short" | "long" | "prompt";

/** First version whose command titles may have more than 32 characters. */
const FIRST_LONG = 21;

/** First version whose translations may hold questions; 1.27 knows them, but in one language only. */
const FIRST_PROMPT = 28;

/**
 * Tells in which form a manifest version takes prompt starters.
 *
 * @param version The version of the manifest.
 * @returns See {@link StarterForm}.
 */
export function starterForm(version: ManifestVersion): StarterForm {
  const minor = Number(version.slice("1.".length));
  if (minor >= FIRST_PROMPT) return "prompt";
  return minor >= FIRST_LONG ? "long" : "short";
}

/**
 * Gives the address that names the schema of a file of the package.
 *
 * @param version The version of the manifest; its translations have the same.
 * @param file Which of the two kinds of file.
 */
export function schemaUrl(version: ManifestVersion, file: "manifest" | "localization"): string {
  const name = { manifest: "MicrosoftTeams", localization: "MicrosoftTeams.Localization" }[file];
  return `https://developer.microsoft.com/en-us/json-schemas/teams/v${version}/${name}.schema.json`;
}
