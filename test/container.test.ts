import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { validate } from "dockerfile-utils";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { CONFIG_KEYS } from "../bot/config.ts";

const ROOT = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const dockerfile = read("Dockerfile");

interface Service {
  image?: string;
  command?: string[];
  environment?: Record<string, string>;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  healthcheck?: unknown;
  ports?: string[];
}
// Keys that stand for others ("<<") are what the file is about to shorten, so they are merged as Docker does.
const compose = parse(read("compose.yaml"), { merge: true }) as { services: Record<string, Service> };

describe("the container image", () => {
  it("is described without a fault that a linter finds", () => {
    expect(validate(dockerfile)).toEqual([]);
  });

  it("ends as an ordinary user, with a health check, and starts a file that is there", () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf("\nFROM "));
    expect(last).toMatch(/^USER node$/m);
    expect(last.indexOf("USER node")).toBeGreaterThan(last.lastIndexOf("RUN "));
    expect(last).toMatch(/^HEALTHCHECK .*\/healthz/m);
    const [, command = "[]"] = /^CMD (\[.*\])$/m.exec(last) ?? [];
    const [program, ...words] = JSON.parse(command) as string[];
    expect(program).toBe("node");
    expect(existsSync(join(ROOT, words.at(-1) ?? ""))).toBe(true);
  });

  it("sets only settings that the bot knows", () => {
    const [, pairs = ""] = /^ENV (NODE_ENV.*)$/m.exec(dockerfile) ?? [];
    const names = pairs.split(" ").map((pair) => pair.slice(0, pair.indexOf("=")));
    expect(names).toContain("STATE_FILE");
    expect(names.filter((name) => !CONFIG_KEYS.includes(name))).toEqual([]);
  });

  it("takes no secrets, history, tests or packages of the builder's machine in", () => {
    const left = read(".dockerignore").split("\n");
    expect(left).toEqual(expect.arrayContaining([".env", ".git", "node_modules", "data", "test"]));
  });
});

describe("the compose file", () => {
  it("is valid by the Compose specification", async () => {
    const linter = join(ROOT, "node_modules/dclint/bin/dclint.cjs");
    const { stdout } = await promisify(execFile)(process.execPath, [linter, "--quiet", "compose.yaml"], {
      cwd: ROOT,
    });
    expect(stdout).not.toMatch(/\berror\b/);
  });

  it.each(["bot", "index"])("gives %s a root it cannot write and no rights it does not need", (name) => {
    const service = compose.services[name];
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
    });
    const settings = Object.keys(service?.environment ?? {});
    expect(settings).toContain("DATABASE_URL");
    expect(settings.filter((setting) => !CONFIG_KEYS.includes(setting))).toEqual([]);
  });

  it("names versions of images, and holds no secret", () => {
    for (const { image = "", environment = {} } of Object.values(compose.services)) {
      expect(image).toMatch(/:(?!latest$)\S+$/);
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|SECRET|KEY/.test(name)) expect(value).toMatch(/^\$\{\w+:\?[^}]+\}$/);
      }
    }
  });

  it("opens the bot to this machine alone, and watches whether it and the database answer", () => {
    const { bot, db } = compose.services;
    for (const port of bot?.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(db?.ports).toBeUndefined();
    expect(JSON.stringify(bot?.healthcheck)).toContain("/readyz");
    expect(db?.healthcheck).toBeDefined();
  });
});
