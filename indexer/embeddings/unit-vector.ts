/**
 * Brings a vector to length 1, so that the product of two is the cosine between them.
 *
 * @param values What a server sent for a vector.
 * @returns Nothing for what is no vector; zeros stay zeros.
 */
export function unitVector(values: unknown): Float32Array | undefined {
  if (!Array.isArray(values) || values.length === 0) return undefined;
  let sum = 0;
  for (const value of values as unknown[]) {
    if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
    sum += value * value;
  }
  const length = Math.sqrt(sum) || 1;
  return Float32Array.from(values as number[], (value) => value / length);
}
