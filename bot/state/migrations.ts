import { CONVERSATIONS } from "./migrations/001-conversations.ts";
import { TEAMS } from "./migrations/002-teams.ts";
import { NEW_ACTIVITIES } from "./migrations/003-new-activities.ts";
import { DESK } from "./migrations/004-desk.ts";
import { FAQ } from "./migrations/005-faq.ts";
import { TICKETS } from "./migrations/006-tickets.ts";
import { QUESTIONS } from "./migrations/007-questions.ts";
import { SUBMISSIONS } from "./migrations/008-submissions.ts";
import { ALERTS } from "./migrations/009-alerts.ts";
import { PENDING_TURNS } from "./migrations/010-pending-turns.ts";
import { MODEL_USAGE } from "./migrations/011-model-usage.ts";

/** One step per schema version, oldest first; a released step is never edited, a new one is added. */
export const MIGRATIONS: readonly string[] = [
  CONVERSATIONS,
  TEAMS,
  NEW_ACTIVITIES,
  DESK,
  FAQ,
  TICKETS,
  QUESTIONS,
  SUBMISSIONS,
  ALERTS,
  PENDING_TURNS,
  MODEL_USAGE,
];
