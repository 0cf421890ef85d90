import { setTimeout as wait } from "node:timers/promises";
import type { Fleet } from "./fleet.ts";

/** What goes wrong; the promise resolves when the outer world is whole again. */
export interface Fault {
  name: string;
  run(fleet: Fleet): Promise<void>;
}

const DEAD_FOR_IN_MS = 3000;
const FROZEN_FOR_IN_MS = 8000;

/** One replica is killed, and started again after a while. */
export const killReplica = (at: number): Fault => ({
  name: `replica ${at + 1} killed`,
  async run(fleet) {
    const replica = replicaAt(fleet, at);
    await fleet.kill(replica);
    await wait(DEAD_FOR_IN_MS);
    await fleet.start(replica);
  },
});

/** Postgres is killed and started again. */
export const killPostgres: Fault = {
  name: "Postgres killed",
  async run({ postgres }) {
    await postgres.kill();
    await wait(1000);
    await postgres.restart();
  },
};

/** Postgres is shut down as an operator does, and started again. */
export const restartPostgres: Fault = {
  name: "Postgres restarted",
  async run({ postgres }) {
    await postgres.shutDown();
    await wait(1000);
    await postgres.restart();
  },
};

/** One replica does nothing for a while, and then goes on as if nothing had been. */
export const freezeReplica = (at: number): Fault => ({
  name: `replica ${at + 1} frozen`,
  async run(fleet) {
    const { bot } = replicaAt(fleet, at);
    bot?.freeze();
    await wait(FROZEN_FOR_IN_MS);
    bot?.thaw();
  },
});

/** Nothing gets through between the last replica and Postgres for a while. */
export const stallNetwork: Fault = {
  name: "network to Postgres stalled",
  async run({ gate }) {
    gate.stall();
    await wait(FROZEN_FOR_IN_MS);
    gate.open();
  },
};

/** Several at once. */
export const together = (...faults: readonly Fault[]): Fault => ({
  name: faults.map(({ name }) => name).join(", "),
  async run(fleet) {
    await Promise.all(faults.map((fault) => fault.run(fleet)));
  },
});

function replicaAt({ replicas }: Fleet, at: number) {
  const replica = replicas[at];
  if (replica === undefined) throw new Error(`Cannot harm replica ${at + 1}: there is none`);
  return replica;
}
