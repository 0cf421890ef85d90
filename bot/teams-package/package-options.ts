import { parseArgs } from "node:util";
import { GUID, originOf } from "../config-fields.ts";
import type { AppFacts } from "./build-manifest.ts";
import { DEFAULT_MANIFEST_VERSION, MANIFEST_VERSIONS, type ManifestVersion } from "./manifest-version.ts";

/** What the command is to build, and where it goes. */
export interface PackageOptions {
  facts: AppFacts;
  /** Path of the zip. */
  out: string;
}

/** What the options stand on when they say nothing. */
export interface PackageDefaults {
  /** `MICROSOFT_APP_ID` and `PUBLIC_URL` count. */
  environment: Record<string, string | undefined>;
  /** Version of the product, which begins with three numbers. */
  productVersion: string;
}

const OPTIONS = {
  "manifest-version": { type: "string" },
  out: { type: "string" },
  "app-id": { type: "string" },
  "public-url": { type: "string" },
  name: { type: "string" },
  "app-version": { type: "string" },
  developer: { type: "string" },
  website: { type: "string" },
  "privacy-url": { type: "string" },
  "terms-url": { type: "string" },
} as const;

type OptionName = keyof typeof OPTIONS;

/** Longest texts that Teams takes. */
const MAX_NAME_CHARS = 30;
const MAX_DEVELOPER_CHARS = 32;
const MAX_URL_CHARS = 2048;

/**
 * Reads the options of `teams:package`. An empty option counts as not given; values are never repeated in the error.
 *
 * @param commandLine The words behind the command.
 * @param defaults What stands in for options that are not given.
 * @returns What to build; ids in small letters, addresses without a path where only an origin is meant.
 * @throws {TypeError} If an option is unknown, wrong or missing; one message names all that are wrong.
 *
 * @example
 * ```ts
 * parsePackageOptions(["--manifest-version", "1.19"], { environment: process.env, productVersion: "0.1.0" });
 * ```
 */
export function parsePackageOptions(
  commandLine: readonly string[],
  { environment, productVersion }: PackageDefaults,
): PackageOptions {
  const given = readWords(commandLine);
  const problems: string[] = [];
  const check = (value: string | undefined, rule: Rule): string => {
    const accepted = value === undefined ? undefined : rule.accept(value);
    if (accepted === undefined) problems.push(rule.expected);
    return accepted ?? "";
  };
  const name = check(given.name ?? "Sivuvirta", nameRule("--name", MAX_NAME_CHARS));
  const publicUrl = check(given["public-url"] ?? environment.PUBLIC_URL?.trim(), PUBLIC_URL_RULE);
  const address = (option: OptionName, byDefault: string) =>
    given[option] ? check(given[option], addressRule(option)) : byDefault;
  const facts: AppFacts = {
    appId: check(given["app-id"] ?? environment.MICROSOFT_APP_ID?.trim(), APP_ID_RULE),
    publicUrl,
    name,
    appVersion: check(given["app-version"] ?? /^\d+\.\d+\.\d+/.exec(productVersion)?.[0], APP_VERSION_RULE),
    manifestVersion: toManifestVersion(given["manifest-version"], problems),
    developer: {
      name: check(given.developer ?? name, nameRule("--developer", MAX_DEVELOPER_CHARS)),
      websiteUrl: address("website", publicUrl),
      privacyUrl: address("privacy-url", `${publicUrl}/privacy`),
      termsOfUseUrl: address("terms-url", `${publicUrl}/privacy`),
    },
  };
  if (problems.length > 0) throw new TypeError(`Cannot build the Teams package:\n${toLines(problems)}`);
  return { facts, out: given.out ?? "data/sivuvirta-teams.zip" };
}

/** What a value must be. */
interface Rule {
  /** The value in its final form; `undefined` when it is not as expected. */
  accept: (value: string) => string | undefined;
  expected: string;
}

const APP_ID_RULE: Rule = {
  accept: (value) => (new RegExp(`^${GUID}$`).test(value) ? value.toLowerCase() : undefined),
  expected:
    "Expected the app registration's id, a GUID: set MICROSOFT_APP_ID, or give --app-id (Azure Bot, Configuration, Microsoft App ID)",
};

const PUBLIC_URL_RULE: Rule = {
  accept: (value) => (originOf(value)?.startsWith("https:") ? originOf(value) : undefined),
  expected:
    "Expected the bot's address, an https origin without a path such as https://chat.example.fi: set PUBLIC_URL, or give --public-url",
};

const APP_VERSION_RULE: Rule = {
  accept: (value) => (/^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){2}$/.test(value) ? value : undefined),
  expected: "Expected --app-version to be three numbers such as 1.0.2: correct it, or leave it out",
};

/** "null" is what Teams takes for no name at all. */
const nameRule = (option: string, maxChars: number): Rule => ({
  accept: (value) =>
    value.length <= maxChars && !/^null$/i.test(value) && !/[\p{Cc}\p{Cf}]/u.test(value) ? value : undefined,
  expected: `Expected ${option} to be a name of 1 to ${maxChars} characters: give a shorter one`,
});

const addressRule = (option: OptionName): Rule => ({
  accept: (value) =>
    URL.canParse(value) && new URL(value).protocol === "https:" && value.length <= MAX_URL_CHARS
      ? value
      : undefined,
  expected: `Expected --${option} to be an https address: correct it, or leave it out`,
});

function toManifestVersion(value: string | undefined, problems: string[]): ManifestVersion {
  const known = MANIFEST_VERSIONS.find((version) => version === (value ?? DEFAULT_MANIFEST_VERSION));
  if (!known) problems.push(`Expected --manifest-version to be one of ${MANIFEST_VERSIONS.join(", ")}`);
  return known ?? DEFAULT_MANIFEST_VERSION;
}

function readWords(commandLine: readonly string[]): Partial<Record<OptionName, string>> {
  try {
    const { values } = parseArgs({ args: [...commandLine], options: OPTIONS });
    const trimmed = Object.entries(values).map(([option, value]) => [option, value?.trim()]);
    return Object.fromEntries(trimmed.filter(([, value]) => value));
  } catch (error) {
    const names = Object.keys(OPTIONS).map((option) => `--${option}`);
    const reason = error instanceof Error ? error.message : String(error);
    throw new TypeError(`Cannot read the options: ${reason}: known are ${names.join(", ")}`, {
      cause: error,
    });
  }
}

function toLines(problems: readonly string[]): string {
  return problems.map((problem) => `- ${problem}`).join("\n");
}
