const waiting = new Set<() => Promise<unknown>>();

/**
 * Has something ended after the tests of the file that runs. An `afterAll` of a module that several files use would run
 * after the first of them alone, where they share a worker.
 *
 * @param work Called once, after the file's own `afterAll`s.
 */
export function afterThisFile(work: () => Promise<unknown>): void {
  waiting.add(work);
}

/** Ends what the file has started, the newest first. @throws {AggregateError} If something does not end, after the rest. */
export async function endFile(): Promise<void> {
  const works = [...waiting].reverse();
  waiting.clear();
  const faults: unknown[] = [];
  for (const work of works) await work().catch((fault) => faults.push(fault));
  if (faults.length > 0)
    throw new AggregateError(faults, "Cannot end all that the tests of this file started");
}
