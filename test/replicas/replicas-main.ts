import { parseArgs } from "node:util";
import {
  type Fault,
  freezeReplica,
  killPostgres,
  killReplica,
  restartPostgres,
  stallNetwork,
} from "./faults.ts";
import { runUnderFire } from "./run-under-fire.ts";

/* `npm run replicas -- --minutes 10 --conversations 24`: faults one after another for so long. */

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "5" }, conversations: { type: "string", default: "24" } },
});
function* allFaults(): Iterable<Fault> {
  const end = performance.now() + Number(values.minutes) * 60_000;
  for (let round = 0; performance.now() < end; round++) {
    yield killReplica(round % 3);
    yield killPostgres;
    yield freezeReplica((round + 1) % 3);
    yield killReplica((round + 1) % 3);
    yield stallNetwork;
    yield restartPostgres;
    yield killReplica((round + 2) % 3);
  }
}

const report = await runUnderFire({
  conversations: Number(values.conversations),
  faults: allFaults(),
  say: (line) => console.info(line),
});
console.info(JSON.stringify(report, undefined, 2));
if (report.wrong.length > 0) process.exit(1);
