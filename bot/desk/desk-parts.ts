import type { KnowledgeView } from "../knowledge-view.ts";
import type { Log } from "../log.ts";
import type { Database } from "../state/database/database.ts";
import type { TurnSkill } from "../turn-skill.ts";
import type { AuditLog } from "./audit/audit-log.ts";
import type { Dialog } from "./dialogs/dialog.ts";
import type { NoticeBox } from "./notices/notice-box.ts";
import type { DeskSection } from "./web/desk-section.ts";

/** What every part of the desk works on. */
export interface DeskBase {
  /** Writes that belong together go through its `transact`. */
  database: Database;
  audit: AuditLog;
  notices: NoticeBox;
  /** All that is known, as a coordinator sees it. */
  currentView: () => KnowledgeView;
  /**
   * Tells that FAQ entries or live records changed. Call it after the transaction; once it resolves, the next answer of
   * this process knows them. It never rejects. `changeKnowledge` does it, and tells the other processes too.
   */
  knowledgeChanged: () => Promise<void>;
  log: Log;
  /** Clock, in milliseconds since 1970. */
  now: () => number;
}

/** One part of the desk: the FAQ, the tickets … */
export interface DeskPart {
  section?: DeskSection;
  dialogs?: readonly Dialog[];
  skills?: readonly TurnSkill[];
  /** Deletes what is kept of a conversation, within a transaction of the caller. */
  erase?: (conversationId: string) => Promise<void>;
  /** Deletes what is older than its time; called at start and each hour, maybe in several processes at once. */
  purge?: () => Promise<void>;
  /** Does what its time has come for, such as reminders; called at start and each hour, after `purge`. */
  tick?: () => Promise<void>;
}
