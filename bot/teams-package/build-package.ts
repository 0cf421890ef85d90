import { strToU8, type ZipOptions, type Zippable, zipSync } from "fflate";
import { drawAppIcon } from "../pictures/draw-app-icon.ts";
import { buildLocalization } from "./build-localization.ts";
import {
  ADDITIONAL_LANGUAGES,
  type AppFacts,
  buildManifest,
  DEFAULT_LANGUAGE,
  ICON_FILES,
  type Json,
} from "./build-manifest.ts";

/** The same for every file of every package: a package differs only where its contents do. */
const ZIP_OPTIONS: ZipOptions = { level: 9, mtime: new Date(2020, 0, 1) };

/**
 * Builds the package that Teams is given: manifest, translations and icons in a zip.
 *
 * @param facts What this installation is.
 * @returns The bytes of the zip; the same for the same facts on the same machine.
 * @throws {Error} If the icons cannot be drawn.
 */
export async function buildPackage(facts: AppFacts): Promise<Uint8Array> {
  const files: Zippable = { "manifest.json": toFile(buildManifest(facts, DEFAULT_LANGUAGE)) };
  for (const language of ADDITIONAL_LANGUAGES) {
    files[`${language}.json`] = toFile(buildLocalization(facts, language));
  }
  for (const kind of ["color", "outline"] as const) files[ICON_FILES[kind]] = await drawAppIcon(kind);
  return zipSync(files, ZIP_OPTIONS);
}

function toFile(content: Json): Uint8Array {
  return strToU8(`${JSON.stringify(content, null, 2)}\n`);
}
