import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { refuseSharedDatabase } from "../../../bot/state/refuse-shared-database.ts";

const SHARED = "postgres://me:verysecret@127.0.0.1:1/x";

test.each([
  ["backup", /pg_dump --format=custom/],
  ["restore", /pg_restore --clean .* while no process of the bot runs/],
])("npm run %s names the command for a database, and not its password", (name, command) => {
  const { PATH = "", HOME = "" } = process.env;
  const run = spawnSync(process.execPath, [`bot/state/${name}-main.ts`, "state.sqlite"], {
    env: { PATH, HOME, DATABASE_URL: SHARED },
    encoding: "utf8",
  });
  expect(run.status).toBe(1);
  expect(run.stderr).toMatch(command);
  expect(run.stderr).not.toContain("verysecret");
});

test("refuseSharedDatabase() lets a file that was named, and a state in a file, pass", () => {
  expect(() => refuseSharedDatabase({ databaseUrl: undefined }, "x")).not.toThrow();
  expect(() => refuseSharedDatabase({ databaseUrl: " " }, "x")).not.toThrow();
  expect(() => refuseSharedDatabase({ databaseUrl: SHARED, state: "a.sqlite" }, "x")).not.toThrow();
  expect(() => refuseSharedDatabase({ databaseUrl: SHARED }, "x")).toThrow("DATABASE_URL is set");
});
