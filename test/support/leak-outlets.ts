import { renderTeams } from "../../bot/channels/render-teams.ts";
import { renderWebChat } from "../../bot/channels/render-web-chat.ts";
import { createSheet } from "../../bot/exports/create-sheet.ts";
import { writeCsv } from "../../bot/exports/write-csv.ts";
import type { KnowledgeView } from "../../bot/knowledge-view.ts";
import { buildRecordCard } from "../../bot/records/build-record-card.ts";
import { buildRecordSheet } from "../../bot/records/build-record-sheet.ts";
import type { RecordKind } from "../../bot/records/record-sheet.ts";
import type { Reply } from "../../bot/reply/reply.ts";
import { recordPageHtml } from "../../bot/web/record-page-html.ts";
import { LANGUAGES, type Reader } from "../../knowledge/languages.ts";

/** Names that a rendered message gives its own parts. */
const RANDOM = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

/** Everything that leaves with a reply: its data, both activities, its downloads as CSV. Pictures are drawn of its data. */
export async function everythingOf(reply: Reply, view: KnowledgeView): Promise<string> {
  // The time and the turn's random name are no content.
  const { turnId: _turnId, ...timed } = reply;
  const told: Reply = { ...timed, ms: 0 };
  const files: string[] = [];
  for (const { request } of reply.downloads ?? []) {
    const sheet = await createSheet(request, view);
    if (sheet === undefined) continue;
    files.push(JSON.stringify(sheet), new TextDecoder().decode(writeCsv(sheet, request.language)));
  }
  const activities = [renderWebChat(told), renderTeams(told)];
  return JSON.stringify([told, activities, files]).replace(RANDOM, "random");
}

/** Everything that is made of a record for a reader, in all languages; empty where there is no such record. */
export function everythingOfRecord(
  record: { kind: RecordKind; id: string },
  { view, reader }: { view: KnowledgeView; reader: Reader },
): string {
  return LANGUAGES.map((language) => {
    const sheet = buildRecordSheet(record, { view, reader, language });
    if (sheet === undefined) return "";
    const card = buildRecordCard(sheet, { language, url: "https://chat.example/x" });
    const page = recordPageHtml(sheet, { language, nonce: "n", assetsUrl: "/assets/v" });
    return JSON.stringify([sheet, card, page]);
  }).join("");
}
