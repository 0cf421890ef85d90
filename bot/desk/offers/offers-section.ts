import { LANGUAGES } from "../../../knowledge/languages.ts";
import type { DeskBase } from "../desk-parts.ts";
import type { DeskAnswer, DeskExchange, DeskRoute, DeskSection } from "../web/desk-section.ts";
import { checkOffer } from "./check-offer.ts";
import type { CurrentRow } from "./current-row.ts";
import type { DeskOutcome } from "./desk-outcome.ts";
import { toOfferValues } from "./offer-fields.ts";
import { offersListPage } from "./offers-list-page.ts";
import { parseRevision } from "./parse-revision.ts";
import { type ReviewState, reviewPage } from "./review-page.ts";
import type { LiveRecord, Names, Submission } from "./submission.ts";
import type { SubmissionDesk } from "./submission-desk.ts";
import { OFFER_TEXTS } from "./texts.ts";

const LIST = "/desk/streams";

/** Pages of what members publish: waiting submissions with their review, and the live rows. */
export function createOffersSection(base: DeskBase, desk: SubmissionDesk): DeskSection {
  const page = (exchange: DeskExchange, state?: Partial<ReviewState>) =>
    showReview(exchange, { base, desk, ...(state === undefined ? {} : { state }) });
  return {
    path: "streams",
    title: {
      fi: OFFER_TEXTS.fi.desk.title,
      sv: OFFER_TEXTS.sv.desk.title,
      en: OFFER_TEXTS.en.desk.title,
    },
    about: {
      fi: OFFER_TEXTS.fi.desk.about,
      sv: OFFER_TEXTS.sv.desk.about,
      en: OFFER_TEXTS.en.desk.about,
    },
    waiting: () => desk.store.countWaiting(),
    routes: [
      { method: "get", path: "", handle: (exchange) => showList(exchange, { base, desk }) },
      { method: "get", path: "/submissions/:id", handle: (exchange) => page(exchange) },
      post("/submissions/:id/approve", (exchange) => approve(exchange, { base, desk, page })),
      post("/submissions/:id/return", (exchange) => returnIt(exchange, { desk, page })),
      post("/live/:kind/:id/renew", (exchange) =>
        changeLive(exchange, { base, desk, change: (record) => desk.live.renew(record, exchange.actor) }),
      ),
      post("/live/:kind/:id/withdraw", (exchange) => {
        const by = { actor: exchange.actor, words: fieldOf(exchange, "words") };
        const change = (record: LiveRecord) => desk.live.withdraw(record, by);
        return changeLive(exchange, { base, desk, isWithdrawal: true, change });
      }),
    ],
  };
}

function post(path: string, handle: DeskRoute["handle"]): DeskRoute {
  return { method: "post", path, handle };
}

interface Parts {
  base: DeskBase;
  desk: SubmissionDesk;
}
interface ChangeLiveOptions extends Parts {
  isWithdrawal?: true;
  change: (record: LiveRecord) => Promise<DeskOutcome<LiveRecord>>;
}
type ShowReview = (exchange: DeskExchange, state?: Partial<ReviewState>) => Promise<DeskAnswer>;

async function showList(
  exchange: DeskExchange,
  { base, desk, message }: Parts & { message?: string },
): Promise<DeskAnswer> {
  const { title } = OFFER_TEXTS[exchange.language].desk;
  const content = { waiting: await desk.store.list("waiting"), live: await desk.store.listLive() };
  const main = offersListPage(content, {
    exchange,
    now: base.now(),
    ...(message === undefined ? {} : { message }),
  });
  return { kind: "page", title, main, ...(message === undefined ? {} : { status: 409 }) };
}

async function showReview(
  exchange: DeskExchange,
  { base, desk, state = {} }: Parts & { state?: Partial<ReviewState> },
): Promise<DeskAnswer> {
  const submission = await submissionOf(exchange, desk);
  if (submission === undefined) return { kind: "missing" };
  const { actor, language } = exchange;
  await base.audit.add({ actor, action: "submission.read", subject: `submission:${submission.id}` });
  const current = await desk.currentRow(submission);
  const merged = await desk.mergedValues(submission);
  const full: ReviewState = {
    values: merged,
    names: namesOfRow(submission, current),
    problems: {},
    ...state,
  };
  const isFaulty = full.message !== undefined || Object.keys(full.problems).length > 0;
  return {
    kind: "page",
    title: OFFER_TEXTS[language].desk.reviewTitle(submission.id),
    main: reviewPage(submission, { exchange, current, merged, view: base.currentView(), state: full }),
    ...(isFaulty ? { status: full.message === undefined ? 422 : 409 } : {}),
  };
}

/** Names that the row has in the other languages, unless they were copied or the name changes. */
function namesOfRow(submission: Submission, { live, stream }: CurrentRow): Names {
  const own = submission.language;
  if (live === undefined && stream === undefined) return {};
  const nameIn = (language: (typeof LANGUAGES)[number]) =>
    live?.names[language] ?? stream?.[`name_${language}`];
  if (nameIn(own) !== submission.values.name) return {};
  const others = LANGUAGES.filter((language) => language !== own && live?.copied.includes(language) !== true);
  return Object.fromEntries(others.map((language) => [language, nameIn(language)]));
}

async function approve(
  exchange: DeskExchange,
  { base, desk, page }: Parts & { page: ShowReview },
): Promise<DeskAnswer> {
  const submission = await submissionOf(exchange, desk);
  if (submission === undefined) return { kind: "missing" };
  const { language, actor, form } = exchange;
  const texts = OFFER_TEXTS[language].desk;
  const told = toOfferValues({ ...Object.fromEntries(form), kind: submission.kind });
  const context = { view: base.currentView(), reader: "coordinator" as const, now: base.now() };
  const { values, problems } = checkOffer(told, context);
  const names: Names = Object.fromEntries(
    LANGUAGES.flatMap((one) => {
      const name = fieldOf(exchange, `name-${one}`);
      return name === "" ? [] : [[one, name]];
    }),
  );
  if (Object.keys(problems).length > 0)
    return page(exchange, { values: { ...told, ...values }, names, problems });
  const outcome = await desk.approve(
    { ...submission, revision: revisionOf(exchange, "revision") },
    { values, names, language: submission.language, rowRevision: revisionOf(exchange, "rowRevision"), actor },
  );
  if (outcome.kind === "done")
    return { kind: "redirect", to: LIST, done: texts.doneApproved(outcome.value.id) };
  if (outcome.kind === "missing") return { kind: "missing" };
  // What was typed stays beside the row as it is now, so that nothing is lost.
  return page(exchange, { values, names, message: texts.conflict });
}

async function returnIt(
  exchange: DeskExchange,
  { desk, page }: { desk: SubmissionDesk; page: ShowReview },
): Promise<DeskAnswer> {
  const submission = await submissionOf(exchange, desk);
  if (submission === undefined) return { kind: "missing" };
  const texts = OFFER_TEXTS[exchange.language].desk;
  const words = fieldOf(exchange, "words").slice(0, 1000);
  if (words === "") return page(exchange, { message: texts.wordsMissing });
  const seen = { ...submission, revision: revisionOf(exchange, "revision") };
  const outcome = await desk.returnSubmission(seen, words, exchange.actor);
  if (outcome.kind === "done") return { kind: "redirect", to: LIST, done: texts.doneReturned };
  return outcome.kind === "missing" ? { kind: "missing" } : page(exchange, { message: texts.conflict });
}

async function changeLive(exchange: DeskExchange, options: ChangeLiveOptions): Promise<DeskAnswer> {
  const { desk, change, isWithdrawal = false } = options;
  const { kind, id = "" } = exchange.params;
  const record = await desk.store.readLive({ kind: kind === "need" ? "need" : "stream", id });
  if (record === undefined) return { kind: "missing" };
  const texts = OFFER_TEXTS[exchange.language].desk;
  const outcome = await change({ ...record, revision: revisionOf(exchange, "revision") });
  if (outcome.kind === "missing") return { kind: "missing" };
  if (outcome.kind === "conflict") return showList(exchange, { ...options, message: texts.conflict });
  const done = isWithdrawal ? texts.doneWithdrawn(id) : texts.doneRenewed(id);
  return { kind: "redirect", to: LIST, done };
}

function submissionOf({ params }: DeskExchange, desk: SubmissionDesk): Promise<Submission | undefined> {
  return desk.store.find(params.id ?? "");
}

function fieldOf({ form }: DeskExchange, name: string): string {
  return (form.get(name) ?? "").trim();
}

function revisionOf(exchange: DeskExchange, name: "revision" | "rowRevision"): number {
  return parseRevision(fieldOf(exchange, name));
}
