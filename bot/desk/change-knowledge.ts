import type { DeskBase } from "./desk-parts.ts";

/** Topic under which processes tell each other that what lies over the index has changed. */
export const KNOWLEDGE_TOPIC = "sivuvirta_knowledge";

/**
 * Changes FAQ entries or live records as one transaction. The other processes that share the database are told if and
 * only if the change was kept; once the promise resolves, the next answer of this process knows it. Within a transaction
 * of the caller both wait until that is done.
 *
 * @param work Writes the change.
 * @param options.isChange Whether what the work returned means that something was written.
 * @returns What the work returned.
 * @throws {unknown} What the work threw, after everything was undone.
 *
 * @example
 * ```ts
 * await changeKnowledge(base, () => retire(id), { isChange: ({ kind }) => kind === "saved" });
 * ```
 */
export async function changeKnowledge<Outcome>(
  { database, knowledgeChanged }: Pick<DeskBase, "database" | "knowledgeChanged">,
  work: () => Promise<Outcome>,
  { isChange }: { isChange: (outcome: Outcome) => boolean },
): Promise<Outcome> {
  let told: Promise<void> | undefined;
  const outcome = await database.transact(async () => {
    const done = await work();
    if (!isChange(done)) return done;
    await database.announce(KNOWLEDGE_TOPIC, "");
    database.afterwards(() => {
      told = knowledgeChanged();
    });
    return done;
  });
  await told;
  return outcome;
}
