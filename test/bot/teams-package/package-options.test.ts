import { describe, expect, it } from "vitest";
import { parsePackageOptions } from "../../../bot/teams-package/package-options.ts";
import { APP_ID } from "./facts.ts";

const ENVIRONMENT = { MICROSOFT_APP_ID: APP_ID, PUBLIC_URL: "https://chat.example.fi" };

function parse(commandLine: string[], environment: Record<string, string | undefined> = ENVIRONMENT) {
  return parsePackageOptions(commandLine, { environment, productVersion: "0.4.2" });
}

function problemOf(commandLine: string[], environment?: Record<string, string | undefined>): string {
  try {
    parse(commandLine, environment);
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    return (error as Error).message;
  }
  throw new Error("The options were taken");
}

describe("parsePackageOptions()", () => {
  it("takes app and address from the environment, and the rest as it is usual", () => {
    expect(parse([])).toEqual({
      out: "data/sivuvirta-teams.zip",
      facts: {
        appId: APP_ID,
        publicUrl: "https://chat.example.fi",
        name: "Sivuvirta",
        appVersion: "0.4.2",
        manifestVersion: "1.30",
        developer: {
          name: "Sivuvirta",
          websiteUrl: "https://chat.example.fi",
          privacyUrl: "https://chat.example.fi/privacy",
          termsOfUseUrl: "https://chat.example.fi/privacy",
        },
      },
    });
  });

  it("lets options win over the environment", () => {
    const options = [
      ["--app-id", "00000000-0000-4000-8000-0000000000AB"],
      ["--public-url", "https://park.example.se/"],
      ["--manifest-version", "1.19"],
      ["--name", "Kiertoapu"],
      ["--app-version", "2.0.1"],
      ["--developer", "Puistoyhtiö"],
      ["--website", "https://www.example.fi/apu"],
      ["--privacy-url", "https://www.example.fi/tietosuoja"],
      ["--terms-url", "https://www.example.fi/ehdot"],
      ["--out", "x.zip"],
    ];
    expect(parse(options.flat())).toEqual({
      out: "x.zip",
      facts: {
        appId: "00000000-0000-4000-8000-0000000000ab",
        publicUrl: "https://park.example.se",
        name: "Kiertoapu",
        appVersion: "2.0.1",
        manifestVersion: "1.19",
        developer: {
          name: "Puistoyhtiö",
          websiteUrl: "https://www.example.fi/apu",
          privacyUrl: "https://www.example.fi/tietosuoja",
          termsOfUseUrl: "https://www.example.fi/ehdot",
        },
      },
    });
  });

  it("takes an empty option as not given, and the numbers of a version before its release", () => {
    expect(parse(["--name", " ", "--website="]).facts).toMatchObject({ name: "Sivuvirta" });
    const options = { environment: ENVIRONMENT, productVersion: "2.0.0-beta.1" };
    expect(parsePackageOptions([], options).facts.appVersion).toBe("2.0.0");
  });

  it.each([
    ["no app", [], { PUBLIC_URL: "https://chat.example.fi" }, "MICROSOFT_APP_ID"],
    ["an app that is no GUID", ["--app-id", "sivuvirta"], ENVIRONMENT, "a GUID"],
    ["no address", [], { MICROSOFT_APP_ID: APP_ID }, "set PUBLIC_URL"],
    [
      "an address without encryption",
      ["--public-url", "http://chat.example.fi"],
      ENVIRONMENT,
      "https origin",
    ],
    [
      "an address with a path",
      ["--public-url", "https://chat.example.fi/bot"],
      ENVIRONMENT,
      "without a path",
    ],
    ["an unknown version", ["--manifest-version", "1.18"], ENVIRONMENT, "1.17, 1.19, 1.20"],
    ["a long name", ["--name", "n".repeat(31)], ENVIRONMENT, "--name to be a name of 1 to 30"],
    ["a name that means none", ["--name", "null"], ENVIRONMENT, "--name"],
    ["a long developer", ["--developer", "d".repeat(33)], ENVIRONMENT, "--developer to be a name of 1 to 32"],
    ["a version of two numbers", ["--app-version", "1.0"], ENVIRONMENT, "three numbers"],
    ["a version with a leading zero", ["--app-version", "1.02.0"], ENVIRONMENT, "three numbers"],
    ["a page without encryption", ["--terms-url", "http://x.fi"], ENVIRONMENT, "--terms-url to be an https"],
    ["a script for a page", ["--website", "javascript:alert(1)"], ENVIRONMENT, "--website to be an https"],
    ["an unknown option", ["--colour", "red"], ENVIRONMENT, "--manifest-version, --out, --app-id"],
    ["a stray word", ["1.30"], ENVIRONMENT, "Cannot read the options"],
  ])("refuses %s", (_, commandLine, environment, sentence) => {
    expect(problemOf(commandLine, environment)).toContain(sentence);
  });

  it("names all that is wrong at once, and repeats no value", () => {
    const message = problemOf(
      ["--app-id", "geheim-1", "--public-url", "geheim-2", "--website", "geheim-3"],
      {},
    );
    expect(message.match(/^- Expected /gm)).toHaveLength(3);
    expect(message).not.toContain("geheim");
  });
});
