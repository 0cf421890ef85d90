import type { AppFacts } from "../../../bot/teams-package/build-manifest.ts";

export const APP_ID = "1f0e7a52-6f4b-4c1e-9a3d-0c5b8f2d7e61";

/** An installation for tests. */
export function factsOfTest(changes: Partial<AppFacts> = {}): AppFacts {
  const publicUrl = "https://chat.example.fi";
  return {
    appId: APP_ID,
    publicUrl,
    name: "Sivuvirta",
    appVersion: "1.2.3",
    manifestVersion: "1.30",
    developer: {
      name: "Sivuvirta",
      websiteUrl: publicUrl,
      privacyUrl: `${publicUrl}/privacy`,
      termsOfUseUrl: `${publicUrl}/privacy`,
    },
    ...changes,
  };
}

/** All texts of a piece of JSON by their paths, written as translation files write them. */
export function leavesOf(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path ? `${path}.${key}` : key));
}
