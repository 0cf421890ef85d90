import { describe, expect, it } from "vitest";
import { SEARCH_COMMANDS } from "../../../bot/channels/teams/message-extension.ts";
import { buildLocalization } from "../../../bot/teams-package/build-localization.ts";
import { buildManifest } from "../../../bot/teams-package/build-manifest.ts";
import {
  DEFAULT_MANIFEST_VERSION,
  MANIFEST_VERSIONS,
  starterForm,
} from "../../../bot/teams-package/manifest-version.ts";
import { compileTeamsSchema, localizablePaths, publishedVersions } from "../../support/teams-schemas.ts";
import { APP_ID, factsOfTest, leavesOf } from "./facts.ts";

/** The longest name there may be, for the limits of the texts it stands in. */
const LONG_NAME = "Teollisuuspuistojen avustaja A";

interface Command {
  title: string;
  description: string;
  type?: string;
  prompt?: string;
}

interface Bot {
  botId: string;
  scopes: string[];
  commandLists: { scopes: string[]; commands: Command[] }[];
}

interface Extension {
  botId: string;
  commands: { id: string; initialRun: boolean; context: string[]; parameters: { name: string }[] }[];
  messageHandlers: unknown[];
}

/** Words that people read, told by the names of the fields they stand in. */
const WORDS = /^(?:name|description|bots|composeExtensions)\b.*\.(?:short|full|title|description|prompt)$/;

function botOf(manifest: Record<string, unknown>): Bot {
  return (manifest.bots as Bot[])[0] as Bot;
}

describe.each(MANIFEST_VERSIONS)("the package with manifest %s", (manifestVersion) => {
  const facts = factsOfTest({ manifestVersion, name: LONG_NAME });
  const manifest = buildManifest(facts, "fi");
  const translations = { sv: buildLocalization(facts, "sv"), en: buildLocalization(facts, "en") };

  it("fits the published schema, with the longest name too", () => {
    const validate = compileTeamsSchema(manifestVersion, "manifest");
    validate(manifest);
    expect(validate.errors ?? []).toEqual([]);
    validate({ ...manifest, accentColour: "#17594a" });
    expect(validate.errors).toHaveLength(1);
  });

  it.each(["sv", "en"] as const)("has translations (%s) that fit the published schema", (language) => {
    const validate = compileTeamsSchema(manifestVersion, "localization");
    validate(translations[language]);
    expect(validate.errors ?? []).toEqual([]);
  });

  it("has all its words in Swedish and English, and nothing beside them", () => {
    const isLocalizable = localizablePaths(manifestVersion);
    const words = leavesOf(manifest).map(([path]) => path);
    const expected = ["$schema", ...words.filter(isLocalizable)].sort();
    expect(expected.length).toBeGreaterThan(60);
    expect(Object.keys(translations.sv).sort()).toEqual(expected);
    expect(Object.keys(translations.en).sort()).toEqual(expected);
    expect(words.filter((path) => WORDS.test(path) && !isLocalizable(path))).toEqual([]);
  });

  it("says something else in each language, but for its name", () => {
    const { sv, en } = translations;
    const { $schema, ...words } = manifest;
    expect(sv.$schema).not.toBe($schema);
    const same = leavesOf(words).filter(
      ([path, text]) => sv[path] === text || en[path] === text || (sv[path] && sv[path] === en[path]),
    );
    expect(same.map(([path]) => path)).toEqual(["name.short"]);
  });

  it("offers whole questions only where each language can have its own", () => {
    const { commandLists } = botOf(manifest);
    const [first] = commandLists[0]?.commands ?? [];
    const whole = "Mitä sivuvirtoja Kemi-Torniossa syntyy yli 10 000 tonnia vuodessa?";
    const short = "Mitä sivuvirtoja Kemissä syntyy?";
    const forms = {
      short: { title: short },
      long: { title: whole },
      prompt: { title: short, type: "prompt", prompt: whole },
    };
    expect(first).toMatchObject(forms[starterForm(manifestVersion)]);
    expect(Object.hasOwn(first ?? {}, "prompt")).toBe(Number(manifestVersion.slice(2)) >= 28);
  });
});

describe("buildManifest()", () => {
  it("is of the newest published version unless told otherwise", () => {
    const versions = publishedVersions();
    expect(versions.at(-1)?.join(".")).toBe(DEFAULT_MANIFEST_VERSION);
    const known = versions.filter(([major, minor]) => major > 1 || minor >= 17);
    expect(MANIFEST_VERSIONS).toEqual(known.map((version) => version.join(".")));
  });

  it("names the app, its bot and the bot's host", () => {
    const manifest = buildManifest(factsOfTest({ publicUrl: "https://chat.example.fi:8443" }), "fi");
    expect(manifest).toMatchObject({
      id: APP_ID,
      version: "1.2.3",
      manifestVersion: "1.30",
      name: { short: "Sivuvirta" },
      accentColor: "#17594a",
      validDomains: ["chat.example.fi:8443"],
      localizationInfo: {
        defaultLanguageTag: "fi",
        additionalLanguages: [
          { languageTag: "sv", file: "sv.json" },
          { languageTag: "en", file: "en.json" },
        ],
      },
    });
    const { botId, scopes, commandLists } = botOf(manifest);
    expect({ botId, scopes }).toEqual({ botId: APP_ID, scopes: ["personal", "team", "groupChat"] });
    expect(commandLists.map((list) => list.scopes)).toEqual([["personal"], ["team"], ["groupChat"]]);
  });

  it("has the four searches and looks at links to the bot's host", () => {
    const manifest = buildManifest(factsOfTest({ publicUrl: "https://chat.example.fi:8443" }), "fi");
    const [extension] = manifest.composeExtensions as unknown as Extension[];
    const ids = extension?.commands.map(({ id }) => id);
    expect(ids).toEqual(["searchStreams", "searchCompanies", "searchParks", "searchFaq"]);
    expect(ids).toEqual(Object.keys(SEARCH_COMMANDS));
    for (const command of extension?.commands ?? []) {
      expect(command).toMatchObject({ initialRun: true, context: ["compose", "commandBox"] });
      expect(command.parameters.map(({ name }) => name)).toEqual(["q"]);
    }
    expect(extension?.botId).toBe(APP_ID);
    expect(extension?.messageHandlers).toEqual([
      { type: "link", value: { domains: ["chat.example.fi"], supportsAnonymizedPayloads: true } },
    ]);
  });

  it("speaks of the app by the name it was given", () => {
    const facts = factsOfTest({ name: "Kiertoapu" });
    const texts = [
      buildManifest(facts, "fi"),
      buildLocalization(facts, "sv"),
      buildLocalization(facts, "en"),
    ];
    for (const text of texts.map((file) => JSON.stringify(file))) {
      expect(text.match(/Kiertoapu/g)?.length).toBeGreaterThanOrEqual(4);
    }
    const { developer, ...words } = texts[0] as Record<string, unknown>;
    expect(developer).toMatchObject({ name: "Sivuvirta" });
    expect(JSON.stringify(words)).not.toContain("Sivuvirta ");
  });
});

describe("buildLocalization()", () => {
  it("keeps each text under its path in the manifest", () => {
    const swedish = buildLocalization(factsOfTest(), "sv");
    expect(swedish).toMatchObject({
      "name.short": "Sivuvirta",
      "composeExtensions[0].commands[0].title": "Sidoströmmar",
      "composeExtensions[0].commands[0].parameters[0].title": "Sökord",
      "bots[0].commandLists[2].commands[1].title": "Vem kan använda flygaska?",
      "bots[0].commandLists[2].commands[1].prompt": "Vem kan ta emot 22 000 ton flygaska om året från Kemi?",
    });
    expect(swedish.$schema).toBe(
      "https://developer.microsoft.com/en-us/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json",
    );
  });
});
