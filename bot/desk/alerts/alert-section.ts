import type { Language } from "../../../knowledge/languages.ts";
import type { DeskBase } from "../desk-parts.ts";
import type { DeskSection } from "../web/desk-section.ts";
import { type Html, html } from "../web/html.ts";
import { pageOf } from "../web/pager.ts";
import type { AlertStore, WatchedQuery } from "./alert-store.ts";
import { describeWatched } from "./describe-watched.ts";
import { ALERT_TEXTS } from "./texts.ts";

/** The page that shows what is watched and by how many; whose the alerts are it does not tell. */
export function createAlertSection(base: DeskBase, store: AlertStore): DeskSection {
  return {
    path: "alerts",
    title: { fi: ALERT_TEXTS.fi.section, sv: ALERT_TEXTS.sv.section, en: ALERT_TEXTS.en.section },
    about: { fi: ALERT_TEXTS.fi.desk.about, sv: ALERT_TEXTS.sv.desk.about, en: ALERT_TEXTS.en.desk.about },
    routes: [
      {
        method: "get",
        path: "",
        handle: async ({ language, query }) => ({
          kind: "page",
          title: ALERT_TEXTS[language].section,
          main: watchedPage({ language, query, base, queries: await store.queries() }),
        }),
      },
    ],
  };
}

function watchedPage(context: {
  language: Language;
  query: URLSearchParams;
  base: DeskBase;
  queries: readonly WatchedQuery[];
}): Html {
  const { language, query: wanted, base, queries } = context;
  const texts = ALERT_TEXTS[language].desk;
  const intro = html`<p class="desk-note">${texts.intro}</p>`;
  if (queries.length === 0) return html`${intro}<p class="desk-empty">${texts.empty}</p>`;
  const sum = (key: "active" | "paused") => queries.reduce((all, query) => all + query[key], 0);
  const view = base.currentView();
  const { shown, links } = pageOf(queries, { query: wanted, path: "/desk/alerts", language });
  return html`${intro}
<p>${texts.total(sum("active"), sum("paused"))}</p>
<table class="desk-table">
<thead><tr><th scope="col">${texts.watched}</th><th scope="col">${texts.active}</th><th scope="col">${texts.paused}</th></tr></thead>
<tbody>${shown.map(
    ({ query, active, paused }) => html`
<tr><td data-label="${texts.watched}">${describeWatched(query, { language, view })}</td><td data-label="${texts.active}">${active}</td><td data-label="${texts.paused}">${paused}</td></tr>`,
  )}</tbody>
</table>${links}`;
}
