import { z } from "zod";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import type { Database } from "../../state/database/database.ts";
import { CHANNELS, HAPPENINGS, OUTCOMES } from "./asked-question.ts";

/** A period of whole days, both ends counted: "2026-03-01". */
export interface Period {
  from: string;
  to: string;
}

const count = z.number().int();

const turnSchema = z.object({
  day: z.string(),
  language: z.enum(LANGUAGES),
  channel: z.enum(CHANNELS),
  intent: z.string(),
  outcome: z.enum(OUTCOMES),
  count,
  likes: count,
  dislikes: count,
});
/** How many turns of one kind there were on a day, and how their answers were rated. */
export type TurnCount = z.infer<typeof turnSchema>;

const topicSchema = z.object({ topic: z.string(), count, conversations: count });
/** How often a topic was asked about, and in how many conversations at least. */
export type TopicCount = z.infer<typeof topicSchema>;

const happeningSchema = z.object({ kind: z.enum(HAPPENINGS), count });
/** How often something happened. */
export type HappeningCount = z.infer<typeof happeningSchema>;

/** What is counted of a period. */
export interface Counts {
  turns: readonly TurnCount[];
  topics: readonly TopicCount[];
  happenings: readonly HappeningCount[];
}

const TURNS = `
  select day, language, channel, intent, outcome, count(*) as count, sum(likes) as likes, sum(dislikes) as dislikes
  from asked where day between ? and ? group by day, language, channel, intent, outcome
  union all
  select day, language, channel, intent, outcome, count, likes, dislikes
  from figure_day where subject = 'turn' and day between ? and ?`;

/** Of folded days the conversations are known by day alone, so the largest day is what is sure. */
const TOPICS = `
  select topic, sum(count) as count, max(conversations) as conversations from (
    select topic, count(*) as count, count(distinct asked.conversation) as conversations
    from asked_topic join asked on asked.id = asked_topic.asked where day between ? and ? group by topic
    union all
    select substr(subject, 7) as topic, sum(count) as count, max(conversations) as conversations
    from figure_day where subject like 'topic %' and day between ? and ? group by subject
  ) as counted group by topic`;

const HAPPENED = `
  select kind, sum(count) as count from (
    select kind, count(*) as count from happening where day between ? and ? group by kind
    union all
    select substr(subject, 11) as kind, sum(count) as count
    from figure_day where subject like 'happening %' and day between ? and ? group by subject
  ) as counted group by kind`;

/** Counts what was asked and what happened in a period, from rows and from folded days alike. */
export async function readCounts(database: Database, { from, to }: Period): Promise<Counts> {
  const read = async <Row>(sql: string, schema: z.ZodType<Row>): Promise<Row[]> => {
    const rows = await database.prepare(sql).all(from, to, from, to);
    return rows.flatMap((row) => {
      const parsed = schema.safeParse(row);
      // A kind that an older or newer version of the program counted.
      return parsed.success ? [parsed.data] : [];
    });
  };
  return {
    turns: await read(TURNS, turnSchema),
    topics: await read(TOPICS, topicSchema),
    happenings: await read(HAPPENED, happeningSchema),
  };
}
