import type { AuditLog } from "../audit/audit-log.ts";
import type { DeskAnswer, DeskExchange, DeskSection } from "../web/desk-section.ts";
import type { Settlement } from "./asked-question.ts";
import { presentQueue } from "./present-queue.ts";
import type { QuestionQueue } from "./question-queue.ts";
import { queueAddress, readQueueChoice, toQueueFilter } from "./queue-filter.ts";
import { QUESTION_TEXTS } from "./texts.ts";

/** Questions that one form may take out of the queue; the queue holds no more. */
const MOST_IDS = 1000;

/** What the pages of the queue work on. */
export interface QueueSectionParts {
  queue: QuestionQueue;
  audit: AuditLog;
  now: () => number;
  /** Does writes as one. */
  transact: (work: () => Promise<void>) => Promise<void>;
}

/** Pages of what the bot could not answer: the list, and two ways for a group to leave it without an answer. */
export function createQueueSection(parts: QueueSectionParts): DeskSection {
  const say = (key: "title" | "about") => ({
    fi: QUESTION_TEXTS.fi.queue[key],
    sv: QUESTION_TEXTS.sv.queue[key],
    en: QUESTION_TEXTS.en.queue[key],
  });
  return {
    path: "queue",
    title: say("title"),
    about: say("about"),
    waiting: () => parts.queue.count(),
    routes: [
      { method: "get", path: "", handle: (exchange) => showQueue(exchange, parts) },
      { method: "post", path: "/done", handle: (exchange) => settle(exchange, { ...parts, as: "done" }) },
      {
        method: "post",
        path: "/unneeded",
        handle: (exchange) => settle(exchange, { ...parts, as: "unneeded" }),
      },
    ],
  };
}

async function showQueue(exchange: DeskExchange, { queue, now }: QueueSectionParts): Promise<DeskAnswer> {
  const { language, query, csrfField } = exchange;
  const choice = readQueueChoice(query);
  const groups = await queue.list(toQueueFilter(choice, now()));
  const page = Number(/^\d{1,4}$/.exec(query.get("page") ?? "")?.[0] ?? 1);
  return {
    kind: "page",
    title: QUESTION_TEXTS[language].queue.title,
    main: presentQueue(groups, { language, csrfField, choice, page }),
  };
}

/** Takes exactly the questions that were on the page out of the queue, and none that came since. */
async function settle(
  exchange: DeskExchange,
  parts: QueueSectionParts & { as: Settlement },
): Promise<DeskAnswer> {
  const { actor, language, form } = exchange;
  const { queue, audit, as } = parts;
  const texts = QUESTION_TEXTS[language].queue;
  const ids = readIds(form.get("questions") ?? "");
  let settled = 0;
  await parts.transact(async () => {
    settled = await queue.settle(ids, as);
    if (settled === 0) return;
    const detail = { as, questions: settled };
    await audit.add({ actor, action: "queue.settle", subject: `question:${ids[0]}`, detail });
  });
  return {
    kind: "redirect",
    to: addressBack(form.get("back")),
    done: settled > 0 ? texts.settled(settled) : texts.settledBefore,
  };
}

function readIds(text: string): number[] {
  const ids = text.split(",").filter((id) => /^\d{1,15}$/.test(id));
  return ids.slice(0, MOST_IDS).map(Number);
}

/** The list as it was narrowed; nothing of a foreign address is used but its known choices. */
function addressBack(back: string | null): string {
  const at = back?.indexOf("?") ?? -1;
  return queueAddress(at < 0 ? {} : readQueueChoice(new URLSearchParams(back?.slice(at))));
}
