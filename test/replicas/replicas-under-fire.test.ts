import { expect, test } from "vitest";
import { freezeReplica, killPostgres, killReplica, stallNetwork, together } from "./faults.ts";
import { runUnderFire } from "./run-under-fire.ts";

/*
 * Three real processes on one Postgres behind a round-robin proxy, with people who talk, ask persons, rate and edit. The
 * long form is `npm run replicas`.
 */
test("what was acknowledged is kept and answered, once, when replicas and Postgres die, freeze or are cut off", async () => {
  const { wrong, exits, ...report } = await runUnderFire({
    conversations: 9,
    faults: [killReplica(0), killPostgres, together(freezeReplica(1), stallNetwork)],
  });
  console.info(JSON.stringify(report));
  expect(wrong).toEqual([]);
  expect(exits).toEqual([0, 0, 0]);
  expect(report.faults.map(({ name }) => name)).toHaveLength(3);
  expect(report.turns).toBeGreaterThan(50);
  for (const count of [report.teamsTurns, report.tickets, report.entries, report.ratings, report.resumed]) {
    expect(count).toBeGreaterThan(0);
  }
}, 300_000);
