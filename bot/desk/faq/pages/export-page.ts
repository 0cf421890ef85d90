import { access, constants } from "node:fs/promises";
import { join } from "node:path";
import type { DeskBase } from "../../desk-parts.ts";
import type { DeskAnswer, DeskExchange } from "../../web/desk-section.ts";
import { type Html, html } from "../../web/html.ts";
import { type ExportPlan, planExport, writeExport } from "../export/export-faq.ts";
import { entryPath, FAQ_PATH, type PageContext, textsOf } from "./page-context.ts";

/** What an export works on. */
export interface ExportContext extends PageContext {
  base: Pick<DeskBase, "audit" | "database" | "log">;
}

/** Shows what an export would change in the knowledge files, and offers it where the bot may write them. */
export async function exportPage(exchange: DeskExchange, context: ExportContext): Promise<DeskAnswer> {
  const { knowledgeFolder, desk } = context;
  if (knowledgeFolder === undefined) return { kind: "missing" };
  const plan = await planExport({ knowledgeFolder, ledger: desk.ledger });
  const isWritable = await access(join(knowledgeFolder, "faq"), constants.W_OK).then(
    () => true,
    () => false,
  );
  return planPage(exchange, { plan, isWritable });
}

/** Writes the desk's entries back to the knowledge files. */
export async function doExport(exchange: DeskExchange, context: ExportContext): Promise<DeskAnswer> {
  const { knowledgeFolder, desk, base } = context;
  if (knowledgeFolder === undefined) return { kind: "missing" };
  const { export: texts } = textsOf(exchange);
  const plan = await planExport({ knowledgeFolder, ledger: desk.ledger });
  const { actor } = exchange;
  const { audit, database } = base;
  try {
    await writeExport(plan, { knowledgeFolder, ledger: desk.ledger, audit, database, actor });
  } catch (error) {
    base.log.warn("faq.export-failed", { message: error instanceof Error ? error.message : String(error) });
    return { kind: "redirect", to: `${FAQ_PATH}/export`, done: texts.failed };
  }
  return { kind: "redirect", to: FAQ_PATH, done: texts.done };
}

function planPage(
  exchange: DeskExchange,
  { plan, isWritable }: { plan: ExportPlan; isWritable: boolean },
): DeskAnswer {
  const { export: texts, entry } = textsOf(exchange);
  const link = (id: string) => html`<a href="${entryPath(id)}">${id}</a>`;
  const files = plan.files.map(({ file, added, changed, removed }): Html | undefined => {
    if (added.length + changed.length + removed.length === 0) return undefined;
    const lines = [
      ...added.map((id) => html`<li>${link(id)} – ${texts.added}</li>`),
      ...changed.map((id) => html`<li>${link(id)} – ${texts.changed}</li>`),
      ...removed.map((id) => html`<li>${link(id)} – ${texts.removed}</li>`),
    ];
    return html`<section class="desk-card"><h2>${file}</h2><ul>${lines}</ul></section>`;
  });
  const main = html`<p>${texts.lead}</p>
  ${plan.hasChanges ? files.filter((file) => file !== undefined) : html`<p class="desk-empty">${texts.nothing}</p>`}
  ${plan.left.length > 0 && html`<section class="desk-card"><p>${texts.left}</p><ul>${plan.left.map((id) => html`<li>${link(id)}</li>`)}</ul></section>`}
  ${
    plan.hasChanges &&
    (isWritable
      ? html`<form class="desk-form" method="post" action="${FAQ_PATH}/export">${exchange.csrfField}<div class="desk-actions"><button>${texts.button}</button></div></form>`
      : html`<p class="desk-note">${texts.notWritable}</p>`)
  }
  <p><a href="${FAQ_PATH}">${entry.back}</a></p>`;
  return { kind: "page", title: texts.title, main };
}
