import type { DatabaseSync } from "node:sqlite";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { Log } from "../log.ts";
import type { TurnSkill } from "../turn-skill.ts";
import type { AuditLog } from "./audit/audit-log.ts";
import type { Dialog } from "./dialogs/dialog.ts";
import type { NoticeBox } from "./notices/notice-box.ts";
import type { DeskSection } from "./web/desk-section.ts";

/** What every part of the desk works on. */
export interface DeskBase {
  /** One connection for all; writes that belong together go through `transact`. */
  database: DatabaseSync;
  audit: AuditLog;
  notices: NoticeBox;
  /** All that is known, as a coordinator sees it. */
  currentView: () => KnowledgeView;
  /** Tells that FAQ entries or live records changed: the next answer knows them. Call it after the transaction. */
  knowledgeChanged: () => void;
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
  erase?: (conversationId: string) => void;
  /** Deletes what is older than its time; called at start and each hour. */
  purge?: () => void;
  /** Does what its time has come for, such as reminders; called at start and each hour, after `purge`. */
  tick?: () => void | Promise<void>;
}
