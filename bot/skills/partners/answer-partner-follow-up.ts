import type { Reader } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { ESSENTIALS } from "../../partners/partner-request.ts";
import { followUpPartners, isUnknown } from "../../understand/follow-up-partners.ts";
import type { Memory } from "../../understand/memory.ts";
import { analyseQuestion, type Question } from "../../understand/question.ts";
import { composeReply, type ReplyDraft } from "../compose-reply.ts";
import { answerPartnerRequest } from "./suggest-partners.ts";
import { PARTNER_TEXTS } from "./texts.ts";

/**
 * Answers a message that completes or changes the last search for a partner: "22 000 t, Kemi".
 *
 * @returns The answer and its question; nothing when the message is no such follow-up.
 */
export function answerPartnerFollowUp(
  asked: Question,
  context: { memory: Memory; view: KnowledgeView; reader: Reader },
): { question: Question; draft: ReplyDraft } | undefined {
  const { memory } = context;
  const followUp = followUpPartners(asked, context);
  if (followUp === undefined || memory.partners === undefined) return undefined;
  const { replyLanguage } = asked;
  if (followUp.kind === "skip") {
    const partnerRequest = { ...memory.partners, asked: [...ESSENTIALS] };
    const { skipped, skippedUnknown } = PARTNER_TEXTS[replyLanguage];
    const lines = [{ frame: isUnknown(memory.partners, context) ? skippedUnknown : skipped }];
    return {
      question: asked,
      draft: { ...composeReply({ language: replyLanguage, intent: "partners", lines }), partnerRequest },
    };
  }
  const { language } = asked;
  const draft = answerPartnerRequest(followUp.request, { ...context, language, replyLanguage });
  const { question: last, partners } = memory;
  // "Closer to Turku?" leaves what is talked of as it was.
  const isSameStuff = followUp.request.description === partners.description;
  const question =
    isSameStuff && last !== undefined
      ? analyseQuestion(last.text, { language: last.language, replyLanguage, view: context.view })
      : asked;
  return { question, draft };
}
