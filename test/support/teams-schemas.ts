import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ValidateFunction } from "ajv";
import ajvDraft04 from "ajv-draft-04";
import ajvFormats from "ajv-formats";

/** The schemas that Microsoft publishes, as the package `@microsoft/app-manifest` brings them. */
const FOLDER = join(
  import.meta.dirname,
  "../../node_modules/@microsoft/app-manifest/build/json-schemas/teams",
);

const FILES = {
  manifest: "MicrosoftTeams.schema.json",
  localization: "MicrosoftTeams.Localization.schema.json",
} as const;

/** What a translation file may hold. */
interface LocalizationSchema {
  properties: Record<string, unknown>;
  patternProperties: Record<string, unknown>;
}

/** Versions of the general schema that are published, as `[major, minor]`, oldest first. */
export function publishedVersions(): [major: number, minor: number][] {
  return readdirSync(FOLDER)
    .flatMap((name) => {
      const [, major, minor] = /^v(\d+)\.(\d+)$/.exec(name) ?? [];
      return major ? [[Number(major), Number(minor)] as [number, number]] : [];
    })
    .sort(([major, minor], [otherMajor, otherMinor]) => major - otherMajor || minor - otherMinor);
}

/** Compiles the schema of a version as it is: draft 04, with patterns that are none in Unicode mode. */
export function compileTeamsSchema(version: string, file: keyof typeof FILES): ValidateFunction {
  const ajv = new ajvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  ajvFormats.default(ajv);
  return ajv.compile(readSchema(version, file));
}

/** Tells which paths a translation file of a version may hold. */
export function localizablePaths(version: string): (path: string) => boolean {
  const { properties, patternProperties } = readSchema(version, "localization") as LocalizationSchema;
  const patterns = Object.keys(patternProperties).map((pattern) => new RegExp(pattern));
  return (path) =>
    (Object.hasOwn(properties, path) && path !== "$schema") || patterns.some((pattern) => pattern.test(path));
}

function readSchema(version: string, file: keyof typeof FILES): object {
  return JSON.parse(readFileSync(join(FOLDER, `v${version}`, FILES[file]), "utf8"));
}
