import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/** The import rules of the design, kept by reading every source file. */
const ROOT = join(import.meta.dirname, "..");
const LAYERS = ["knowledge", "indexer", "prompts", "bot"] as const;

/** What each layer may import of the others: data flows right, imports point left. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  knowledge: [],
  indexer: ["knowledge"],
  prompts: [],
  bot: ["knowledge", "indexer", "prompts"],
};

interface Source {
  path: string;
  text: string;
  imports: string[];
}

function readSources(): Source[] {
  return LAYERS.flatMap((layer) =>
    readdirSync(join(ROOT, layer), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => {
        const path = `${layer}/${file.replaceAll("\\", "/")}`;
        const text = readFileSync(join(ROOT, path), "utf8");
        const imports = [
          ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"/g),
          ...text.matchAll(/\bimport\("([^"]+)"\)/g),
        ].map((match) => match[1] as string);
        return { path, text, imports };
      }),
  );
}

const sources = readSources();

/** Files that break a rule, each as "file: what". */
function offenders(check: (source: Source) => string[]): string[] {
  return sources.flatMap((source) => check(source).map((what) => `${source.path}: ${what}`));
}

function target(source: Source, specifier: string): string {
  return relative(ROOT, resolve(ROOT, dirname(source.path), specifier)).replaceAll("\\", "/");
}

describe("import rules", () => {
  it("finds the sources", () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  it("imports point left only, and nothing imports test/", () => {
    const wrong = offenders((source) => {
      const layer = source.path.split("/")[0] as string;
      return source.imports
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => target(source, specifier))
        .filter((path) => {
          const other = path.split("/")[0] as string;
          return other !== layer && !(MAY_IMPORT[layer] ?? []).includes(other);
        });
    });
    expect(wrong).toEqual([]);
  });

  it("bot/ enters the indexer by its door only", () => {
    const wrong = offenders((source) =>
      source.path.startsWith("bot/")
        ? source.imports
            .filter((specifier) => specifier.startsWith("."))
            .map((specifier) => target(source, specifier))
            .filter((path) => path.startsWith("indexer/") && path !== "indexer/index.ts")
        : [],
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ["botbuilder", /^bot\/channels\//],
    ["botframework-connector", /^bot\/channels\//],
    ["hnswlib-node", /^indexer\/(?:vector-index|vector-graph)\.ts$/],
    ["restify", /^bot\/(?:server|serve|create-application)\.ts$|^bot\/(?:channels|web)\//],
    [
      "zod",
      /^knowledge\/|^indexer\/(?:config|embedding-settings|manifest)\.ts$|^bot\/(?:config|config-fields|config-issues|config-schema|ask)\.ts$|^bot\/channels\/|^bot\/links\/|^bot\/state\/|^bot\/desk\/|^bot\/understand\/memory\.ts$|^bot\/query\/|^bot\/partners\/partner-request\.ts$|^bot\/model\/skill-tools\.ts$/,
    ],
    ["pg", /^bot\/state\/database\/|^bot\/index-source\/|^indexer\/(?:postgres\/|main\.ts$)/],
    ["@langchain/community/vectorstores/pgvector", /^indexer\/postgres\/vector-table\.ts$/],
    ["@langchain/openai", /^bot\/model\/open-chat-client\.ts$|^indexer\/embeddings\//],
    ["pino", /^bot\/log\.ts$/],
    ["prom-client", /^bot\/observe\/create-metrics\.ts$/],
    ["@opentelemetry/api", /^bot\/observe\/open-traces\.ts$/],
    ["@opentelemetry/sdk-trace-base", /^bot\/observe\/open-traces\.ts$/],
    ["@opentelemetry/exporter-trace-otlp-http", /^bot\/observe\/open-traces\.ts$/],
    ["@opentelemetry/resources", /^bot\/observe\/open-traces\.ts$/],
    ["@napi-rs/canvas", /^bot\/pictures\//],
    ["write-excel-file/node", /^bot\/exports\//],
    ["nodemailer", /^bot\/desk\/mail\//],
    ["fflate", /^bot\/teams-package\//],
    ["jose", /^bot\/sign-in\//],
    ["openid-client", /^bot\/sign-in\//],
    ["pdfjs-dist/legacy/build/pdf.mjs", /^indexer\/read\//],
    ["mammoth", /^indexer\/read\//],
    ["read-excel-file/universal", /^indexer\/read\/read-workbook\.ts$/],
    ["node-html-parser", /^indexer\/read\//],
  ])("%s is imported in its own place only", (name, allowed) => {
    const wrong = offenders((source) =>
      allowed.test(source.path) ? [] : source.imports.filter((specifier) => specifier === name),
    );
    expect(wrong).toEqual([]);
  });

  it("process.env and process.exit stand in main files only", () => {
    const wrong = offenders((source) =>
      /(?:^|\/|-)main\.ts$/.test(source.path)
        ? []
        : (source.text.match(/\bprocess\.(?:env|exit)\b(?![^\n]*\*)/g) ?? []),
    ).filter((line) => !isInComment(line));
    expect(wrong).toEqual([]);
  });

  it("has no circle of imports", () => {
    const graph = new Map(
      sources.map((source) => [
        source.path,
        source.imports
          .filter((specifier) => specifier.startsWith("."))
          .map((specifier) => target(source, specifier)),
      ]),
    );
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
        return;
      }
      if (done.has(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    expect(circles).toEqual([]);
  });

  it("has no type 'any' and no default export of our own", () => {
    const wrong = offenders((source) => [
      // "(?:any|…" opens a group of a pattern.
      ...(source.text.match(/(?<!\?)[:<]\s?any\b/g) ?? []),
      ...(source.text.match(/^export default/gm) ?? []),
    ]);
    expect(wrong).toEqual([]);
  });
});

/** The words may be named in a comment: only lines of code count. */
function isInComment(line: string): boolean {
  const path = line.slice(0, line.indexOf(":"));
  const source = sources.find((candidate) => candidate.path === path);
  const code = (source?.text ?? "").replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/[^\n]*/g, "");
  return !/\bprocess\.(?:env|exit)\b/.test(code);
}
