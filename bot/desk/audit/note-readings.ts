import { isDeepStrictEqual } from "node:util";
import { passageText } from "../../../indexer/index.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { Reply } from "../../reply/reply.ts";
import type { SkillTurn, TurnSkill } from "../../turn-skill.ts";
import type { Actor } from "../actor.ts";
import type { AuditLog } from "./audit-log.ts";

/** Most records that one entry names. */
const MOST_NAMED = 50;

/** Words of passages that not everybody may see, by view. */
const HIDDEN_WORDS = new WeakMap<KnowledgeView, ReadonlySet<string>>();

/**
 * Creates the skill that notes who was shown something in a chat that not everybody may see: an entry for each answer
 * that holds such a row or rests on such a passage, with the ids of the rows.
 */
export function createReadingNotes(audit: AuditLog): TurnSkill {
  return {
    async answered(reply, seen) {
      if (seen.turn.reader === "public") return;
      const records = confidentialRecords(reply, seen.view);
      if (records.length === 0) return;
      await audit.add({
        actor: actorOf(seen),
        action: "answer.confidential",
        subject: records[0] ?? "",
        detail: { records: records.slice(0, MOST_NAMED), count: records.length },
      });
    },
  };
}

/** The person of a turn as an actor. */
export function actorOf({ turn }: Pick<SkillTurn, "turn">): Actor {
  const { person, reader, channel } = turn;
  return { id: person?.id ?? `${channel}:unknown`, name: person?.name ?? "", reader, via: channel };
}

/** What an answer shows that the public may not see: rows by table and id, passages by the title of their document. */
function confidentialRecords(reply: Reply, view: KnowledgeView): string[] {
  const open = view.forReader("public");
  if (open === view) return [];
  const hidden = hiddenWords(view, open);
  const rows = [
    ...hiddenRows("streams", reply.streams ?? [], { view, open }),
    ...hiddenRows("companies", reply.companies ?? [], { view, open }),
    ...hiddenRows("parks", reply.parks ?? [], { view, open }),
  ];
  const passages = reply.citations
    .filter(({ passage }) => hidden.has(passage))
    .map(({ title }) => `passage:${title}`);
  return [...new Set([...rows, ...passages])];
}

/** Rows that are not there for the public, or not whole. */
function hiddenRows(
  table: "streams" | "companies" | "parks",
  rows: readonly { id: string }[],
  { view, open }: { view: KnowledgeView; open: KnowledgeView },
): string[] {
  if (view.index.tables[table] === open.index.tables[table]) return [];
  const find = (of: KnowledgeView, id: string) => of.index.tables[table]?.find((row) => row.id === id);
  return rows
    .filter(({ id }) => !isDeepStrictEqual(find(view, id), find(open, id)))
    .map(({ id }) => `${table}:${id}`);
}

function hiddenWords(view: KnowledgeView, open: KnowledgeView): ReadonlySet<string> {
  const known = HIDDEN_WORDS.get(view);
  if (known !== undefined) return known;
  const words = new Set(view.index.passages.map(passageText));
  for (const passage of open.index.passages) words.delete(passageText(passage));
  HIDDEN_WORDS.set(view, words);
  return words;
}
