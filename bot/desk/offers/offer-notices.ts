import type { Language } from "../../../knowledge/languages.ts";
import { presentDay } from "../../calendar.ts";
import { breakLinks } from "../../reply/break-links.ts";
import { buildCard, sayAction, textBlock } from "../../reply/build-card.ts";
import type { Reply, Suggestion } from "../../reply/reply.ts";
import { composeReply } from "../../skills/compose-reply.ts";
import type { LiveRecord, Submission } from "./submission.ts";
import { OFFER_TEXTS } from "./texts.ts";

/** Tells the member that the row is live. */
export function approvedNotice(
  record: LiveRecord,
  { language, isUpdate }: { language: Language; isUpdate: boolean },
): Reply {
  const { notices } = OFFER_TEXTS[language];
  const tell = isUpdate ? notices.approvedUpdate : notices.approved;
  const text = tell(plain(record.names[language]), record.id, presentDay(record.expires ?? "", language));
  return toReply([text], { language, suggestions: ownerSuggestions(record, language).slice(0, 2) });
}

/** Tells the member what is to be completed, with the coordinator's words. */
export function returnedNotice(submission: Submission): Reply {
  const { language, values, words = "", id } = submission;
  const texts = OFFER_TEXTS[language];
  const say = texts.says.editSubmission(id);
  const withdraw = texts.says.withdrawSubmission(id);
  return toReply([texts.notices.returned(plain(values.name ?? "")), quote(words)], {
    language,
    suggestions: [
      { title: texts.buttons.edit, text: say },
      { title: texts.buttons.withdraw, text: withdraw },
    ],
  });
}

/** Tells the member that a coordinator took the row out. */
export function withdrawnNotice(record: LiveRecord, words: string): Reply {
  const { language, id, names } = record;
  const text = OFFER_TEXTS[language].notices.withdrawn(plain(names[language]), id, plain(words));
  return toReply([text], { language, suggestions: [] });
}

/** Asks the owner whether a row is still right, with a button for each answer. */
export function expiringNotice(record: LiveRecord): Reply {
  const { language, id, names, expires = "" } = record;
  const texts = OFFER_TEXTS[language];
  const head = texts.notices.expiring(plain(names[language]), id, presentDay(expires, language));
  const suggestions = ownerSuggestions(record, language);
  const reply = toReply([head, texts.notices.expiringHint], { language, suggestions });
  const card = buildCard({
    title: names[language],
    subtitle: `${id} · ${texts.expiresOn(presentDay(expires, language))}`,
    body: [textBlock(texts.notices.expiringHint)],
    actions: suggestions.map(({ title, text }) => sayAction(title, text)),
  });
  return { ...reply, cards: [card] };
}

/** What the owner of a row can do with it. */
export function ownerSuggestions({ id }: { id: string }, language: Language): Suggestion[] {
  const { buttons, says } = OFFER_TEXTS[language];
  return [
    { title: `${buttons.renew}: ${id}`, text: says.renew(id) },
    { title: `${buttons.update}: ${id}`, text: says.update(id) },
    { title: `${buttons.withdraw}: ${id}`, text: says.withdraw(id) },
  ];
}

function toReply(
  frames: readonly string[],
  { language, suggestions }: { language: Language; suggestions: readonly Suggestion[] },
): Reply {
  const lines = frames.filter((frame) => frame !== "").map((frame) => ({ frame }));
  return { ...composeReply({ language, intent: "smalltalk", lines, suggestions }), ms: 0 };
}

/** Words of a person within Markdown: they stay what they are. */
export function plain(words: string): string {
  return breakLinks(words.replace(/\s+/g, " ").trim()).replace(/([\\`*_[\]<>|#~])/g, "\\$1");
}

function quote(words: string): string {
  return words
    .split(/\r?\n/)
    .map((line) => `> ${plain(line)}`)
    .join("\n");
}
