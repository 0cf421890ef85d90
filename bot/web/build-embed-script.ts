import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { EMBED_TEXTS } from "./embed-texts.ts";
import { jsonForScript } from "./escape-html.ts";

/** Modules of the script; each imports only from those before it. */
const PARTS = [
  "assets/colours.js",
  "embed/read-settings.js",
  "embed/frame-channel.js",
  "embed/create-launcher.js",
  "embed/create-notice.js",
  "embed/chat-frame.js",
  "embed/panel.js",
  "embed/start-embed.js",
];

/**
 * Puts the script for other sites together: one file without imports, whose names the site never sees.
 *
 * The parts are modules, so that they can be read and checked one by one; here their imports are left out, because
 * all of them stand in one function.
 *
 * @returns Source of a classic script; the style sheet and the words of three languages stand in it.
 * @throws {Error} If a part cannot be read.
 */
export function buildEmbedScript(): string {
  const modules = PARTS.map((name) => withoutModuleWords(read(name)));
  const facts = `{ script: document.currentScript, texts: ${jsonForScript(EMBED_TEXTS)}, style: ${jsonForScript(read("embed/embed.css"))} }`;
  return `(() => {\n"use strict";\n${modules.join("\n")}\nstartEmbed(${facts});\n})();\n`;
}

function read(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, import.meta.url)), "utf8");
}

function withoutModuleWords(source: string): string {
  return source.replace(/^import [^;]+;\n/gm, "").replace(/^export /gm, "");
}
