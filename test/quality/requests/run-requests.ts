import { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { openIndex } from "../../../indexer/index.ts";
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { readJsonLines } from "../read-json-lines.ts";
import { type IndexChoice, withIndex } from "../with-index.ts";
import { openRequestDesk, type RequestDesk } from "./open-request-desk.ts";
import { REQUEST_KINDS, type RequestCase, requestCaseSchema } from "./request-case.ts";
import { type ToldRequest, tellRequest } from "./tell-request.ts";

/** How one message was understood. */
export interface RequestScore {
  case: RequestCase;
  told: ToldRequest;
  /** The kind is right; the details may not be. */
  isKind: boolean;
  /** Kind and details are right. */
  isRight: boolean;
  /** The answer is in the language of the words. */
  isInLanguage: boolean;
  /** Beginning of the answer. */
  said: string;
}

/** Measures whether requests to the desk are understood in a chat, and whether questions are left alone. */
export async function runRequests(
  options: IndexChoice & { file: string; isJson: boolean; isVerbose: boolean },
): Promise<string> {
  const cases = await readJsonLines(options.file, requestCaseSchema);
  const scores = await withIndex(options, async (folder) =>
    scoreRequests(cases, openRequestDesk(new KnowledgeView(await openIndex(folder)))),
  );
  return present(scores, options);
}

/** A search for partners, whose answer names Weber, Yara Eco, Soilfood, SMA Mineral and Tapojärvi in this order. */
const SEARCH: Record<Language, string> = {
  fi: "Kuka voisi käyttää 500 t lentotuhkaa?",
  sv: "Vem kan använda 500 t flygaska?",
  en: "Who could use 500 t of fly ash?",
};

/** Says each of the words in a conversation of its own. */
export async function scoreRequests(
  cases: readonly RequestCase[],
  desk: RequestDesk,
): Promise<RequestScore[]> {
  const scores: RequestScore[] = [];
  for (const one of cases) {
    const { id, language, kind, words, reading: expected } = one;
    const chat = await desk.begin(id, { language, isPaused: kind === "alert-resume" });
    if (kind === "introduce") await chat.say(SEARCH[language]);
    const before = await chat.alerts();
    const reply = await chat.say(words);
    const told = tellRequest(reply, { record: chat.record, before, now: await chat.alerts(), expected });
    const isKind = told.kind === kind || (told.kind === "alert-which" && COMMANDS.has(kind));
    scores.push({
      case: one,
      told,
      isKind,
      isRight: isKind && told.faults.length === 0,
      isInLanguage: reply.language === language,
      said: reply.text.replace(/\s+/g, " ").slice(0, 110),
    });
  }
  return scores;
}

const COMMANDS: ReadonlySet<string> = new Set(["alert-pause", "alert-resume", "alert-delete"]);

/** Figures over some scores; shares from 0 to 1. */
export interface RequestFigures {
  requests: number;
  /** Share of the requests whose kind was understood. */
  recall: number;
  /** Share of the requests with an expected reading that were read whole. */
  read: number;
  questions: number;
  /** Share of the questions that the desk took for itself. */
  falseTakes: number;
  /** Share of all messages answered in their own language. */
  inLanguage: number;
  recallByKind: Record<string, number>;
  recallByLanguage: Record<string, number>;
}

export function summariseRequests(scores: readonly RequestScore[]): RequestFigures {
  const requests = scores.filter((score) => score.case.kind !== "none");
  const questions = scores.filter((score) => score.case.kind === "none");
  const withReading = requests.filter((score) => score.case.reading !== undefined);
  const recallOf = (some: readonly RequestScore[]) => share(some, ({ isKind }) => isKind);
  const by = <Value extends string>(values: readonly Value[], of: (score: RequestScore) => Value) =>
    Object.fromEntries(
      values
        .map((value) => [value, requests.filter((score) => of(score) === value)] as const)
        .filter(([, some]) => some.length > 0)
        .map(([value, some]) => [value, recallOf(some)]),
    );
  return {
    requests: requests.length,
    recall: recallOf(requests),
    read: share(withReading, ({ isRight }) => isRight),
    questions: questions.length,
    falseTakes: share(questions, ({ isKind }) => !isKind),
    inLanguage: share(scores, ({ isInLanguage }) => isInLanguage),
    recallByKind: by(REQUEST_KINDS, (score) => score.case.kind),
    recallByLanguage: by(LANGUAGES, (score) => score.case.language),
  };
}

function share(some: readonly RequestScore[], isGood: (score: RequestScore) => boolean): number {
  return some.length === 0 ? 0 : Math.round((some.filter(isGood).length / some.length) * 1000) / 1000;
}

function present(
  scores: readonly RequestScore[],
  { isJson, isVerbose }: { isJson: boolean; isVerbose: boolean },
): string {
  const figures = summariseRequests(scores);
  const failures = scores.filter(({ isRight, isInLanguage }) => !isRight || !isInLanguage);
  if (isJson) {
    const told = failures.map(({ case: { id, words }, told: { kind, faults }, said }) => ({
      id,
      words,
      told: kind,
      faults,
      said,
    }));
    return JSON.stringify({ ...figures, ...(isVerbose ? { failures: told } : {}) });
  }
  const lines = failures.map(
    ({ case: { id, words }, told, said }) =>
      `${id} ${words}\n  ${told.kind}${told.faults.map((fault) => `; ${fault}`).join("")}\n  ${said}`,
  );
  return [...(isVerbose ? lines : []), ...figureLines(figures)].join("\n");
}

function figureLines(figures: RequestFigures): string[] {
  const list = (shares: Record<string, number>) =>
    Object.entries(shares)
      .map(([name, value]) => `${name} ${percent(value)}`)
      .join(", ");
  return [
    `requests: ${figures.requests}; understood ${percent(figures.recall)} (${list(figures.recallByLanguage)}); details right ${percent(figures.read)}`,
    `by kind: ${list(figures.recallByKind)}`,
    `questions: ${figures.questions}; taken for a request ${percent(figures.falseTakes)}; answers in the language of the words ${percent(figures.inLanguage)}`,
  ];
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
