import type { Language } from "../../../knowledge/languages.ts";
import { describeError, type Log } from "../../log.ts";
import type { AdaptiveCard } from "../../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../../reply/build-card.ts";
import { composeReply, type ReplyDraft } from "../../skills/compose-reply.ts";
import type { SkillOutcome, SkillTurn, TurnSkill } from "../../turn-skill.ts";
import { readEraseWords } from "./erase-words.ts";
import { QUESTION_TEXTS } from "./texts.ts";

/** What {@link createEraseSkill} needs. */
export interface EraseSkillOptions {
  /** Deletes all that is kept of whoever speaks in a conversation, by its key. */
  eraseConversation: (conversationId: string) => void | Promise<void>;
  log: Log;
}

/**
 * Deletes what is kept of a person when they ask for it in the chat: tells what it is, asks whether they are sure, then
 * deletes. In a group it is that of others too, so only a coordinator can have it deleted.
 */
export function createEraseSkill(options: EraseSkillOptions): TurnSkill {
  return {
    async take(seen) {
      const wish = readWish(seen);
      if (wish === undefined) return undefined;
      const { replyLanguage: language, turn, memory } = seen;
      if (turn.isShared === true && turn.rank !== "coordinator") return say("shared", { language, memory });
      if (wish === "asked")
        return { draft: askWhetherSure(language, turn.channel), memory: { ...memory, language } };
      if (wish === "refused") return say("kept", { language, memory });
      try {
        await options.eraseConversation(turn.conversationId);
      } catch (error) {
        options.log.error("erase.failed", describeError(error));
        return say("failed", { language, memory });
      }
      // Nothing is remembered but the language of this very answer.
      return say("done", { language, memory: {} });
    },
  };
}

type Wish = "asked" | "confirmed" | "refused";

function readWish({ turn, words }: SkillTurn): Wish | undefined {
  if (turn.form === undefined) return readEraseWords(words);
  if (turn.form.kind !== "erase") return undefined;
  return turn.form.fields.decision === "yes" ? "confirmed" : "refused";
}

function say(
  key: "shared" | "kept" | "failed" | "done",
  context: { language: Language; memory: SkillOutcome["memory"] },
): SkillOutcome {
  const { language, memory } = context;
  const frame = QUESTION_TEXTS[language].erase[key];
  const draft = composeReply({ language, intent: "smalltalk", lines: [{ frame }] });
  return { draft, memory: { ...memory, language } };
}

function askWhetherSure(language: Language, channel: SkillTurn["turn"]["channel"]): ReplyDraft {
  const texts = QUESTION_TEXTS[language].erase;
  const lines = [
    `**${texts.title}**`,
    texts.before,
    ...texts.deleted.map((what) => `- ${what}`),
    `${texts.stays} ${texts.messages[channel]}`.trim(),
    `${texts.how} **${texts.yes}**`,
  ];
  const draft = composeReply({ language, intent: "smalltalk", lines: lines.map((frame) => ({ frame })) });
  return { ...draft, cards: [confirmationCard(language, channel)] };
}

function confirmationCard(language: Language, channel: SkillTurn["turn"]["channel"]): AdaptiveCard {
  const texts = QUESTION_TEXTS[language].erase;
  return buildCard({
    title: texts.title,
    body: [
      textBlock(texts.before),
      ...texts.deleted.map((what) => textBlock(`• ${what}`, { spacing: "None" })),
      textBlock(`${texts.stays} ${texts.messages[channel]}`.trim(), { isSubtle: true }),
    ],
    actions: [
      { type: "Action.Submit", title: texts.yes, data: { form: "erase", decision: "yes" } },
      { type: "Action.Submit", title: texts.no, data: { form: "erase", decision: "no" } },
    ],
  });
}
