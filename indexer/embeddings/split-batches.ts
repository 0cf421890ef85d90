/** Services take some hundred thousand tokens a request at most, small ones on one's own machine far less. */
const MOST_TEXTS = 64;
const MOST_CHARS = 24_000;

/**
 * Parts texts into batches of 64 at most and of 24,000 characters (some 8,000 tokens) at most; a longer text is a batch of
 * its own. The order stays.
 */
export function splitBatches<Item extends { text: string }>(items: readonly Item[]): Item[][] {
  const batches: Item[][] = [];
  let batch: Item[] = [];
  let chars = 0;
  for (const item of items) {
    if (batch.length === MOST_TEXTS || (batch.length > 0 && chars + item.text.length > MOST_CHARS)) {
      batches.push(batch);
      batch = [];
      chars = 0;
    }
    batch.push(item);
    chars += item.text.length;
  }
  return batch.length === 0 ? batches : [...batches, batch];
}
