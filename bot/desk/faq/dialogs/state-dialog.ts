import { removeMarks } from "../../../../knowledge/source-marks.ts";
import type { CardElement } from "../../../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../../../reply/build-card.ts";
import {
  type Dialog,
  type DialogAnswer,
  type DialogRequest,
  submitDialogAction,
} from "../../dialogs/dialog.ts";
import { answeredLanguages, shownQuestion } from "../faq-entry.ts";
import type { FaqItem } from "../faq-item.ts";
import type { PageContext } from "../pages/page-context.ts";
import { FAQ_TEXTS } from "../texts.ts";
import { chooseCard } from "./choose-card.ts";
import { warning } from "./form-card.ts";

const MOST_ANSWER_CHARS = 1500;

/** `faq.retire` and `faq.restore`: an entry is named or looked for, shown, and then retired or restored. */
export function createStateDialog(kind: "retire" | "restore", context: PageContext): Dialog {
  const name = `faq.${kind}`;
  const { desk } = context;
  const choose = async (request: DialogRequest): Promise<DialogAnswer> => {
    const title = FAQ_TEXTS[request.language].dialogs.titles[kind];
    const state = kind === "retire" ? "live" : "retired";
    return chooseCard(request, { name, title, items: await desk.list(), today: desk.today, state });
  };
  const show = async (request: DialogRequest, id: string): Promise<DialogAnswer> => {
    const item = await desk.find(id);
    if (item === undefined) return { kind: "message", text: FAQ_TEXTS[request.language].dialogs.gone };
    await desk.noteReading(item, request.actor);
    return confirmCard(request, { item, kind });
  };
  const change = async (request: DialogRequest, id: string): Promise<DialogAnswer> => {
    const { token = "" } = request.fields;
    const outcome = await desk[kind]({ id, token, actor: request.actor });
    const texts = FAQ_TEXTS[request.language];
    if (outcome.kind === "missing") return { kind: "message", text: texts.dialogs.gone };
    if (outcome.kind === "outdated") {
      const author = outcome.theirs.changedBy?.name || texts.entry.unknownPerson;
      const notes = [warning(texts.entry.outdated(author))];
      return confirmCard(request, { item: outcome.theirs, kind, notes });
    }
    const item = await desk.find(id);
    const question = item === undefined ? id : shownQuestion(item.content, request.language);
    return { kind: "message", text: texts.done[outcome.kind === "unchanged" ? "unchanged" : kind](question) };
  };
  return {
    name,
    open: (request) => (request.fields.id === undefined ? choose(request) : show(request, request.fields.id)),
    async submit(request) {
      const { step, chosen, id } = request.fields;
      if (step === "choose" && chosen !== undefined) return show(request, chosen);
      if (step === "do" && id !== undefined) return change(request, id);
      return choose(request);
    },
  };
}

function confirmCard(
  { language }: DialogRequest,
  { item, kind, notes = [] }: { item: FaqItem; kind: "retire" | "restore"; notes?: CardElement[] },
): DialogAnswer {
  const { dialogs, entry } = FAQ_TEXTS[language];
  const title = dialogs.titles[kind];
  const shown = answeredLanguages(item.content);
  const answer = item.content.texts[shown.includes(language) ? language : (shown[0] ?? language)].answer;
  const card = buildCard({
    title: shownQuestion(item.content, language),
    subtitle: kind === "retire" ? dialogs.retireLead : dialogs.restoreLead,
    body: [...notes, textBlock(removeMarks(answer).slice(0, MOST_ANSWER_CHARS))],
    actions: [submitDialogAction(entry[kind], `faq.${kind}`, { step: "do", id: item.id, token: item.token })],
  });
  return { kind: "card", title, card };
}
