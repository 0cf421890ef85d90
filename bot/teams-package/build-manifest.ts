import type { Language } from "../../knowledge/languages.ts";
import { COLOURS } from "../pictures/style.ts";
import { MANIFEST_TEXTS } from "./manifest-texts.ts";
import { type ManifestTexts, SEARCHES, STARTERS, type StarterTexts } from "./manifest-texts-shape.ts";
import { type ManifestVersion, type StarterForm, schemaUrl, starterForm } from "./manifest-version.ts";

/** What one installation's app is called, where it lives and who answers for it. */
export interface AppFacts {
  /** App registration of the bot, a GUID; the app in Teams has the same id. */
  appId: string;
  /** Origin of the bot, https and without a path. */
  publicUrl: string;
  /** At most 30 characters. */
  name: string;
  /** Three numbers with dots between; Teams takes an update only when it has grown. */
  appVersion: string;
  manifestVersion: ManifestVersion;
  developer: { name: string; websiteUrl: string; privacyUrl: string; termsOfUseUrl: string };
}

/** A value of JSON. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** The default language stands in the manifest itself, each other in a file of its own. */
export const DEFAULT_LANGUAGE: Language = "fi";
export const ADDITIONAL_LANGUAGES: readonly Language[] = ["sv", "en"];

/** Names of the pictures in the package. */
export const ICON_FILES = { color: "color.png", outline: "outline.png" } as const;

const SCOPES = ["personal", "team", "groupChat"] as const;

/**
 * Builds the manifest of the Teams app with the words of one language.
 *
 * Names only what every version from 1.17 on knows, so that versions differ in their prompt starters alone.
 *
 * @param facts What this installation is, see {@link AppFacts}.
 * @param language The package holds the manifest in its default language; the others give the translations.
 * @returns The manifest, its keys in the usual order.
 */
export function buildManifest(facts: AppFacts, language: Language): Record<string, Json> {
  const texts = MANIFEST_TEXTS[language];
  const { host } = new URL(facts.publicUrl);
  return {
    $schema: schemaUrl(facts.manifestVersion, "manifest"),
    manifestVersion: facts.manifestVersion,
    version: facts.appVersion,
    id: facts.appId,
    developer: facts.developer,
    localizationInfo: {
      defaultLanguageTag: DEFAULT_LANGUAGE,
      additionalLanguages: ADDITIONAL_LANGUAGES.map((tag) => ({ languageTag: tag, file: `${tag}.json` })),
    },
    name: { short: facts.name, full: texts.fullName(facts.name) },
    description: { short: texts.shortDescription, full: texts.fullDescription(facts.name) },
    icons: ICON_FILES,
    accentColor: COLOURS.accent,
    bots: [buildBot(facts, texts)],
    composeExtensions: [buildMessageExtension(facts, texts)],
    defaultInstallScope: "personal",
    validDomains: [host],
  };
}

function buildBot(facts: AppFacts, texts: ManifestTexts): Json {
  const form = starterForm(facts.manifestVersion);
  const commands = STARTERS.map((starter) => buildStarter(texts.starters[starter], form));
  return {
    botId: facts.appId,
    scopes: SCOPES,
    isNotificationOnly: false,
    supportsFiles: false,
    // Teams wants a list for each scope.
    commandLists: SCOPES.map((scope) => ({ scopes: [scope], commands })),
  };
}

function buildStarter({ title, description, question }: StarterTexts, form: StarterForm): Json {
  if (form === "prompt") return { title, description, type: "prompt", prompt: question };
  return { title: form === "long" ? question : title, description };
}

function buildMessageExtension({ appId, publicUrl }: AppFacts, texts: ManifestTexts): Json {
  return {
    botId: appId,
    canUpdateConfiguration: false,
    commands: SEARCHES.map((id) => buildSearch(id, texts)),
    // "Anonymized" are links seen by people without the app; previews show what everybody may see anyway.
    messageHandlers: [
      { type: "link", value: { domains: [new URL(publicUrl).hostname], supportsAnonymizedPayloads: true } },
    ],
  };
}

function buildSearch(id: (typeof SEARCHES)[number], { searches, searchField }: ManifestTexts): Json {
  const { title, description, hint } = searches[id];
  return {
    id,
    type: "query",
    context: ["compose", "commandBox"],
    title,
    description,
    initialRun: true,
    parameters: [{ name: "q", title: searchField, description: hint, inputType: "text" }],
  };
}
