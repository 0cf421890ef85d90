import type { Language } from "../../../knowledge/languages.ts";
import { presentDate } from "../../calendar.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { tidyText } from "../tickets/present-words.ts";
import type { DeskAnswer, DeskExchange, DeskRoute, DeskSection } from "../web/desk-section.ts";
import { type Html, html } from "../web/html.ts";
import type { IntroductionResult } from "./change-introduction.ts";
import { INTRODUCTION_STATES, type Introduction, type IntroductionState } from "./introduction.ts";
import { introductionBadge } from "./introduction-badge.ts";
import type { IntroductionDesk, IntroductionStep } from "./introduction-desk.ts";
import { ASKER } from "./introduction-keeper.ts";
import { introductionPage } from "./introduction-page.ts";
import { MAX_RELEASED_CHARS, readRelease } from "./read-release.ts";
import { INTRODUCTION_TEXTS } from "./texts.ts";

interface SectionParts {
  desk: IntroductionDesk;
  whole: () => KnowledgeView;
}

/** The pages of introductions: the list, one of them, and what is done with it. */
export function createIntroductionSection(parts: SectionParts): DeskSection {
  const { desk } = parts;
  return {
    path: "introductions",
    title: {
      fi: INTRODUCTION_TEXTS.fi.desk.section,
      sv: INTRODUCTION_TEXTS.sv.desk.section,
      en: INTRODUCTION_TEXTS.en.desk.section,
    },
    about: {
      fi: INTRODUCTION_TEXTS.fi.desk.about,
      sv: INTRODUCTION_TEXTS.sv.desk.about,
      en: INTRODUCTION_TEXTS.en.desk.about,
    },
    waiting: () => desk.countWaiting(),
    routes: [
      { method: "get", path: "", handle: (exchange) => listPage(exchange, parts) },
      { method: "get", path: "/:id", handle: (exchange) => detailPage(exchange, parts) },
      post("contacted", parts, ({ step }) => desk.contacted(step)),
      post("agree", parts, ({ step, exchange }) => {
        const released = readRelease((id) => exchange.form.get(id) ?? "");
        if (released === undefined) return "release";
        const company = exchange.form.get("company");
        return desk.agree(step, { released, ...(company === null ? {} : { company }) });
      }),
      post("decline", parts, ({ step, exchange }) =>
        desk.decline(step, tidyText(exchange.form.get("reason") ?? "", MAX_RELEASED_CHARS)),
      ),
    ],
  };
}

const DONE = { contacted: "contacted", agree: "agreed", decline: "declined" } as const;

function post(
  name: keyof typeof DONE,
  parts: SectionParts,
  take: (context: {
    step: IntroductionStep;
    exchange: DeskExchange;
  }) => Promise<IntroductionResult> | "release",
): DeskRoute {
  return {
    method: "post",
    path: `/:id/${name}`,
    handle: async (exchange) => {
      const texts = INTRODUCTION_TEXTS[exchange.language].desk;
      const id = readNumber(exchange.params.id ?? "");
      if (id === undefined) return { kind: "missing" };
      const revision = readNumber(exchange.form.get("revision") ?? "") ?? 0;
      const result = await take({ step: { id, revision, actor: exchange.actor }, exchange });
      if (result === "release")
        return detailPage(exchange, parts, { problem: texts.needsRelease, status: 422 });
      if (result.kind === "missing") return { kind: "missing" };
      if (result.kind === "done")
        return { kind: "redirect", to: `/desk/introductions/${id}`, done: texts.done[DONE[name]] };
      const problem =
        result.kind === "stopped" ? texts.stopped : conflictWords(result.introduction, exchange.language);
      return detailPage(exchange, parts, { problem, status: 409 });
    },
  };
}

/** What the form met instead of what its sender had seen. */
export function conflictWords({ state, events }: Introduction, language: Language): string {
  const { states, desk } = INTRODUCTION_TEXTS[language];
  const last = events.at(-1);
  return desk.conflict({
    state: states[state],
    name: last?.name || (last?.actor === ASKER.id ? desk.asker : desk.aCoordinator),
  });
}

/** Id or revision as it stands in an address or a field. */
export function readNumber(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

async function detailPage(
  exchange: DeskExchange,
  { desk, whole }: SectionParts,
  failed?: { problem: string; status: number },
): Promise<DeskAnswer> {
  const id = readNumber(exchange.params.id ?? "");
  const introduction = id === undefined ? undefined : await desk.read(id, exchange.actor);
  if (introduction === undefined) return { kind: "missing" };
  const problem = failed === undefined ? {} : { problem: failed.problem };
  return {
    kind: "page",
    title: INTRODUCTION_TEXTS[exchange.language].desk.heading(introduction.id),
    main: introductionPage(introduction, { exchange, whole: whole(), ...problem }),
    ...(failed === undefined ? {} : { status: failed.status }),
  };
}

async function listPage({ language, query }: DeskExchange, { desk }: SectionParts): Promise<DeskAnswer> {
  const state = INTRODUCTION_STATES.find((name) => name === query.get("state"));
  const texts = INTRODUCTION_TEXTS[language].desk;
  return {
    kind: "page",
    title: texts.section,
    main: html`${stateFilter(state, language)}${listTable(await desk.list(state), language)}`,
  };
}

function stateFilter(chosen: IntroductionState | undefined, language: Language): Html {
  const { desk: texts, states } = INTRODUCTION_TEXTS[language];
  const choices = INTRODUCTION_STATES.map(
    (state) => html`<option value="${state}"${state === chosen && html` selected`}>${states[state]}</option>`,
  );
  return html`<form class="desk-filter" method="get" action="/desk/introductions">
<div class="field"><label for="state">${texts.state}</label><select id="state" name="state"><option value="">${texts.anyState}</option>${choices}</select></div>
<div class="desk-actions"><button>${texts.filter}</button></div></form>`;
}

/** The list tells who asks whom; contact details and messages stand on the page of each alone. */
function listTable(introductions: readonly Introduction[], language: Language): Html {
  const { desk: texts } = INTRODUCTION_TEXTS[language];
  const { columns } = texts;
  if (introductions.length === 0) return html`<p class="desk-empty">${texts.empty}</p>`;
  const rows = introductions.map(
    ({ id, asker, target, state, changed }) => html`
<tr><td data-label="${columns.id}"><a href="/desk/introductions/${id}">${texts.heading(id)}</a></td><td data-label="${columns.asker}">${asker.company || "–"}</td><td data-label="${columns.target}">${target.label || "–"}</td><td data-label="${columns.state}">${introductionBadge(state, language)}</td><td data-label="${columns.changed}"><time datetime="${new Date(changed).toISOString()}">${presentDate(changed, language)}</time></td></tr>`,
  );
  return html`<table class="desk-table"><thead><tr><th scope="col">${columns.id}</th><th scope="col">${columns.asker}</th><th scope="col">${columns.target}</th><th scope="col">${columns.state}</th><th scope="col">${columns.changed}</th></tr></thead><tbody>${rows}</tbody></table>`;
}
