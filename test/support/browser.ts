import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import bundledChromium, { inflate, setupLambdaEnvironment } from "@sparticuz/chromium";
import { type Browser, chromium, type Frame, type Page } from "playwright-core";

/** Browsers of the system, tried when the one in `node_modules` does not start. */
const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** Without a sandbox, because containers have none to give; silent, because a test makes no requests of its own. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const START_TIMEOUT_IN_MS = 60_000;

/**
 * Starts a real Chromium: the one of `@sparticuz/chromium`, then the same with the libraries it brings along, then
 * one of the system.
 *
 * @returns The browser; close it after the tests.
 * @throws {Error} If none starts, with the reason for each: a test must fail then, not pass unseen.
 *
 * @example
 * ```ts
 * const browser = await startBrowser();
 * const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
 * ```
 */
export async function startBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const [name, findPath] of candidates()) {
    try {
      const executablePath = await findPath();
      return await chromium.launch({ executablePath, args: ARGUMENTS, timeout: START_TIMEOUT_IN_MS });
    } catch (error) {
      failures.push(`- ${name}: ${reasonOf(error)}`);
    }
  }
  throw new Error(
    `Cannot start a browser for the tests: install "chromium", or the library "libnss3", and run them again\n${failures.join("\n")}`,
  );
}

/** What went wrong on a page; every list is empty on a good one. */
export interface PageProblems {
  /** Uncaught errors of scripts. */
  errors: string[];
  /** Errors the browser wrote to its console, among them each breach of the Content-Security-Policy. */
  consoleErrors: string[];
  /** Addresses outside the page's own server. */
  externalRequests: string[];
}

/**
 * Collects what goes wrong on a page, from now on.
 *
 * @param page Page, before it opens its first address.
 * @param origin Origin of the server under test; WebSockets to the same host count as its own.
 * @returns Lists that grow while the page is used.
 */
export function watchPage(page: Page, origin: string): PageProblems {
  const problems: PageProblems = { errors: [], consoleErrors: [], externalRequests: [] };
  const note = (address: string) => {
    const url = new URL(address);
    const isLocal = url.protocol === "data:" || url.protocol === "blob:";
    if (!isLocal && url.host !== new URL(origin).host) problems.externalRequests.push(address);
  };
  page.on("pageerror", (error) => problems.errors.push(error.message || error.name));
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    if (expectsRefusals.has(problems) && REFUSAL.test(message.text())) return;
    problems.consoleErrors.push(message.text());
  });
  page.on("request", (request) => note(request.url()));
  page.on("websocket", (socket) => note(socket.url()));
  return problems;
}

const REFUSAL = /status of 40[34]/;
const expectsRefusals = new WeakSet<PageProblems>();

/**
 * Takes the answers 403 and 404 off the lists, those to come too: the browser reports them as errors, also where the
 * page expects them.
 *
 * @param watched Lists of one or more pages; changed in place.
 */
export function forgetRefusals(watched: readonly PageProblems[]): void {
  for (const problems of watched) {
    expectsRefusals.add(problems);
    problems.consoleErrors = problems.consoleErrors.filter((text) => !REFUSAL.test(text));
  }
}

/**
 * Saves a picture of a page for people to look at; nothing reads it.
 *
 * @param name File name without its end, in the folder `sivuvirta-screenshots` of the system's temporary folder.
 */
export async function savePicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(tmpdir(), "sivuvirta-screenshots", `${name}.png`) });
}

/**
 * Looks for accessibility faults with axe, the inside of Web Chat included, that of frames left out.
 *
 * @param page Open page, or a frame of it, in the state that is to be looked at.
 * @returns One line per fault: rule and the elements that break it; empty on a good page.
 */
export async function accessibilityFaults(page: Page | Frame): Promise<string[]> {
  await page.evaluate(readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8"));
  const run = `axe.run(document, { iframes: false }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))`;
  return page.evaluate<string[]>(run);
}

function candidates(): [name: string, findPath: () => Promise<string>][] {
  const system = SYSTEM_BROWSERS.filter((path) => existsSync(path));
  return [
    ["@sparticuz/chromium", () => bundledChromium.executablePath()],
    ["@sparticuz/chromium with its own libraries", unpackWithLibraries],
    ...system.map((path): [string, () => Promise<string>] => [path, async () => path]),
  ];
}

/** The package unpacks its copy of libnss3 and fonts only in some clouds; here it is told to. */
async function unpackWithLibraries(): Promise<string> {
  const entry = import.meta.resolve("@sparticuz/chromium");
  await inflate(fileURLToPath(new URL("../bin/al2023.tar.br", entry)));
  setupLambdaEnvironment(join(tmpdir(), "al2023", "lib"));
  return bundledChromium.executablePath();
}

/** The line that names the missing library when there is one, else the first. */
function reasonOf(error: unknown): string {
  const lines = String(error).split("\n");
  return (lines.find((line) => line.includes("shared libraries")) ?? lines[0] ?? "").trim();
}
