/** Words of the pages that show the audit log. */
export interface AuditTexts {
  title: string;
  about: string;
  intro: (retentionDays: number) => string;
  columns: Record<"at" | "who" | "rank" | "via" | "action" | "subject" | "detail", string>;
  /** What is done, by the part of an action before the dot. */
  things: Readonly<Record<string, string>>;
  /** What is done, by the part behind the dot. */
  deeds: Readonly<Record<string, string>>;
  ranks: Readonly<Record<string, string>>;
  doors: Readonly<Record<string, string>>;
  /** Stand for the names of people whom no channel named. */
  people: { local: string; unknown: string };
  anyAction: string;
  anybody: string;
  subjectHint: string;
  filter: string;
  clear: string;
  empty: string;
  download: string;
  newest: string;
  older: string;
}
