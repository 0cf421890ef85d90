import { LANGUAGES } from "../../knowledge/languages.ts";
import { type Publishing, SEGMENT_SIZE } from "./publish-passages.ts";

/** Segments written anew when less than this of what they hold is still in use. */
const MIN_LIVE_SHARE = 0.7;
/** More segments than are needed cost each question a look into each. */
const SPARE_SEGMENTS = 8;
/** Impacts compare a passage's length with the mean; beyond this the mean of old segments is no longer that of now. */
const MAX_MEAN_DRIFT = 0.1;

interface SegmentRow {
  segment: number;
  readers: number;
  mean_lengths: number[];
  live: number;
  size: number;
}

/**
 * Whether the lengths that kept segments were ranked by are far from those of now, so that scores of old and new
 * passages would not compare: then everything is sent again.
 */
export async function hasDrifted({ client }: Publishing, means: readonly number[]): Promise<boolean> {
  const { rows } = await client.query<Pick<SegmentRow, "mean_lengths">>(
    `SELECT mean_lengths FROM index_segment
     WHERE segment IN (SELECT segment FROM index_entry WHERE removed IS NULL)`,
  );
  return rows.some(({ mean_lengths }) =>
    LANGUAGES.some((_, at) => {
      const [old, now] = [mean_lengths[at] ?? 0, means[at] ?? 0];
      return old > 0 && now > 0 && Math.abs(now / old - 1) > MAX_MEAN_DRIFT;
    }),
  );
}

/**
 * Takes up numbers for new segments; passages that the same ranks may see share some.
 *
 * @param options.readers For each new passage the ranks that may see it, as bits.
 * @returns The number of the segment of each of them, in their order.
 */
export async function beginSegments(
  { client }: Publishing,
  options: { readers: readonly number[]; means: readonly number[] },
): Promise<number[]> {
  const { rows } = await client.query<{ last: number }>(
    "SELECT coalesce(max(segment), 0)::int AS last FROM index_segment",
  );
  const opened: { segment: number; readers: number }[] = [];
  const next = (rows[0]?.last ?? 0) + 1;
  const filling = new Map<number, { segment: number; size: number }>();
  const segments = options.readers.map((readers) => {
    let place = filling.get(readers);
    if (place === undefined || place.size === SEGMENT_SIZE) {
      place = { segment: next + opened.length, size: 0 };
      filling.set(readers, place);
      opened.push({ segment: place.segment, readers });
    }
    place.size += 1;
    return place.segment;
  });
  await client.query(
    `INSERT INTO index_segment SELECT segment, readers, $3::real[]
     FROM unnest($1::int[], $2::smallint[]) AS opened(segment, readers)`,
    [opened.map(({ segment }) => segment), opened.map(({ readers }) => readers), options.means],
  );
  return segments;
}

/**
 * Writes segments anew, within the server, when much of them is gone or they are many and small. The versions before
 * keep the old ones until they are removed themselves.
 *
 * @returns Whether anything was written.
 */
export async function mergeSegments(publishing: Publishing): Promise<boolean> {
  const { client, number } = publishing;
  const merged = chooseSegments(await readSegments(publishing));
  if (merged.length === 0) return false;
  const moved = merged.map(({ segment }) => segment);
  const { rows: passages } = await client.query<{ passage: number; readers: number }>(
    `UPDATE index_entry SET removed = $1 WHERE segment = ANY($2::int[]) AND removed IS NULL
     RETURNING passage, readers`,
    [number, moved],
  );
  passages.sort((one, other) => one.passage - other.passage);
  const readers = passages.map((row) => row.readers);
  const segments = await beginSegments(publishing, { readers, means: largest(merged).mean_lengths });
  await client.query(
    `INSERT INTO index_entry (segment, passage, readers, added)
     SELECT segment, passage, readers, $4 FROM unnest($1::int[], $2::int[], $3::smallint[])
       AS moved(segment, passage, readers)`,
    [segments, passages.map(({ passage }) => passage), readers, number],
  );
  await client.query(
    `INSERT INTO index_posting (segment, term, passages, impacts)
     SELECT entry.segment, posting.term, array_agg(pair.passage), array_agg(pair.impact)
     FROM index_posting AS posting
     CROSS JOIN LATERAL unnest(posting.passages, posting.impacts) AS pair(passage, impact)
     JOIN index_entry AS entry ON entry.passage = pair.passage AND entry.removed IS NULL AND entry.added = $1
     WHERE posting.segment = ANY($2::int[]) GROUP BY 1, 2`,
    [number, moved],
  );
  return true;
}

/** Segments of which something is still in use. */
async function readSegments({ client }: Publishing): Promise<SegmentRow[]> {
  const { rows } = await client.query<SegmentRow>(
    `SELECT segment.segment, segment.readers, segment.mean_lengths,
       count(*) FILTER (WHERE entry.removed IS NULL)::int AS live, count(*)::int AS size
     FROM index_segment AS segment JOIN index_entry AS entry ON entry.segment = segment.segment
     GROUP BY segment.segment HAVING count(*) FILTER (WHERE entry.removed IS NULL) > 0`,
  );
  return rows;
}

/** Those that are worn, and all that are small where the same readers have too many. */
function chooseSegments(rows: readonly SegmentRow[]): SegmentRow[] {
  const alike = Map.groupBy(rows, ({ readers }) => readers);
  return [...alike.values()].flatMap((segments) => {
    const live = segments.reduce((sum, row) => sum + row.live, 0);
    const areMany = segments.length > Math.ceil(live / SEGMENT_SIZE) + SPARE_SEGMENTS;
    return segments.filter(
      (row) => row.live < MIN_LIVE_SHARE * row.size || (areMany && row.size < SEGMENT_SIZE),
    );
  });
}

function largest(rows: readonly SegmentRow[]): SegmentRow {
  return rows.reduce((best, row) => (row.live > best.live ? row : best));
}
