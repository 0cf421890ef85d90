import type { Language } from "../../../knowledge/languages.ts";
import type { CompanyRecord } from "../../../knowledge/schema.ts";
import { dayOf } from "../../calendar.ts";
import type { Reply } from "../../reply/reply.ts";
import { transact } from "../../state/transact.ts";
import type { DeskBase, DeskPart } from "../desk-parts.ts";
import { buildOverlay, type OfferOverlay } from "./offer-overlay.ts";
import { createOfferSkill } from "./offer-skill.ts";
import { createOffersSection } from "./offers-section.ts";
import { remindOwners } from "./reminders.ts";
import { createReviewDialog } from "./review-dialog.ts";
import type { Submission } from "./submission.ts";
import { submissionAnnouncement } from "./submission-card.ts";
import { SubmissionDesk } from "./submission-desk.ts";

const DAY_IN_MS = 86_400_000;

export interface OffersPartOptions {
  /**
   * Puts a new submission before the coordinators; {@link submissionAnnouncement} writes it. Called within the transaction of the
   * submission: whatever it writes is kept if and only if the submission is.
   */
  announce?: (submission: Submission) => void;
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
  overlay: (own?: { companies?: readonly CompanyRecord[] | undefined }) => OfferOverlay;
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
    overlay: ({ companies = [] } = {}) =>
      buildOverlay(desk.store.listLive(), { today: dayOf(base.now()), companies }),
    announcement: (submission, language) =>
      submissionAnnouncement(submission, { language, view: base.currentView() }),
    erase: (conversationId) => eraseOwner(conversationId, { base, desk }),
    purge: () => desk.store.purge(base.now() - retentionDays * DAY_IN_MS),
    tick: () => {
      remindOwners(base, desk.store);
      const today = dayOf(base.now());
      // What begins or ends with the day counts from the next answer on.
      if (today !== lastDay && desk.store.listLive().length > 0) base.knowledgeChanged();
      lastDay = today;
    },
  };
}

/** The person is forgotten with their contact; the row stays, for it is the company's. */
function eraseOwner(conversation: string, { base, desk }: { base: DeskBase; desk: SubmissionDesk }): void {
  const changed = transact(base.database, () =>
    desk.store.erase(conversation).map((record) => {
      const { conversation: _, person, ...rest } = record;
      const { contact, ...values } = rest.values;
      desk.store.saveLive({
        ...rest,
        values,
        cells: rest.kind === "stream" ? { ...rest.cells, contact: "" } : rest.cells,
        revision: rest.revision + 1,
        changedBy: rest.changedBy === person ? "" : rest.changedBy,
      });
      return contact !== undefined;
    }),
  );
  // The caller's transaction may still be open.
  if (changed.includes(true)) setImmediate(base.knowledgeChanged);
}
