/**
 * Measures what a piece of work costs this thread, so that a busy machine does not make it look slow.
 *
 * @returns What the work gave, and milliseconds of the processor, with those of the system.
 */
export async function measureThread<Value>(
  work: () => Promise<Value>,
): Promise<{ value: Value; cpuInMs: number }> {
  const before = process.threadCpuUsage();
  const value = await work();
  const { user, system } = process.threadCpuUsage(before);
  return { value, cpuInMs: (user + system) / 1000 };
}
