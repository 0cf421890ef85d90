import type { Language } from "../../../knowledge/languages.ts";
import type { CompanyRecord } from "../../../knowledge/schema.ts";
import { dayOf } from "../../calendar.ts";
import type { Reply } from "../../reply/reply.ts";
import { KNOWLEDGE_TOPIC } from "../change-knowledge.ts";
import type { DeskBase, DeskPart } from "../desk-parts.ts";
import { buildOverlay, type OfferOverlay } from "./offer-overlay.ts";
import { createOfferSkill } from "./offer-skill.ts";
import { createOffersSection } from "./offers-section.ts";
import { remindOwners } from "./reminders.ts";
import { createReviewDialog } from "./review-dialog.ts";
import type { LiveRecord, Submission } from "./submission.ts";
import { submissionAnnouncement } from "./submission-card.ts";
import { SubmissionDesk } from "./submission-desk.ts";

const DAY_IN_MS = 86_400_000;

export interface OffersPartOptions {
  /**
   * Puts a new submission before the coordinators; {@link submissionAnnouncement} writes it. Called within the transaction of the
   * submission: whatever it writes is kept if and only if the submission is.
   */
  announce?: (submission: Submission) => Promise<void>;
  /** Days after which settled submissions are deleted; the rows stay. @default {365} */
  retentionDays?: number;
}

/** What members publish, with what other parts need of it. */
export interface OffersPart extends DeskPart {
  desk: SubmissionDesk;
  /**
   * Rows over the tables of the index.
   *
   * @param own Tables as the index has them, without any overlay.
   */
  overlay: (own?: { companies?: readonly CompanyRecord[] | undefined }) => Promise<OfferOverlay>;
  /** What the coordinators' channel is told of a submission, in a language. */
  announcement: (submission: Submission, language: Language) => Reply;
}

/** Builds the part of the desk where members publish side streams and needs, and coordinators approve them. */
export function createOffersPart(base: DeskBase, options: OffersPartOptions = {}): OffersPart {
  const { announce, retentionDays = 365 } = options;
  const desk = new SubmissionDesk(base, announce === undefined ? {} : { announce });
  let lastDay = dayOf(base.now());
  return {
    desk,
    section: createOffersSection(base, desk),
    dialogs: [createReviewDialog(base, desk)],
    skills: [createOfferSkill(base, desk)],
    overlay: async ({ companies = [] } = {}) =>
      buildOverlay(await desk.store.listLive(), { today: dayOf(base.now()), companies }),
    announcement: (submission, language) =>
      submissionAnnouncement(submission, { language, view: base.currentView() }),
    erase: (conversationId) => eraseOwner(conversationId, { base, desk }),
    purge: () => desk.store.purge(base.now() - retentionDays * DAY_IN_MS),
    tick: async () => {
      await remindOwners(base, desk.store);
      const today = dayOf(base.now());
      // What begins or ends with the day counts from the next answer on.
      if (today !== lastDay && (await desk.store.listLive()).length > 0) await base.knowledgeChanged();
      lastDay = today;
    },
  };
}

/** The person is forgotten with their contact; the row stays, for it is the company's. */
async function eraseOwner(
  conversation: string,
  { base, desk }: { base: DeskBase; desk: SubmissionDesk },
): Promise<void> {
  const { database, knowledgeChanged } = base;
  await database.transact(async () => {
    const records = await desk.store.erase(conversation);
    for (const record of records) await desk.store.saveLive(withoutOwner(record));
    if (records.every(({ values }) => values.contact === undefined)) return;
    await database.announce(KNOWLEDGE_TOPIC, "");
    database.afterwards(() => void knowledgeChanged());
  });
}

function withoutOwner({ conversation: _, person, ...rest }: LiveRecord): LiveRecord {
  const { contact: __, ...values } = rest.values;
  return {
    ...rest,
    values,
    cells: rest.kind === "stream" ? { ...rest.cells, contact: "" } : rest.cells,
    revision: rest.revision + 1,
    changedBy: rest.changedBy === person ? "" : rest.changedBy,
  };
}
