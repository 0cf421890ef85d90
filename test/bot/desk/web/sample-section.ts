import type { DeskExchange, DeskSection } from "../../../../bot/desk/web/desk-section.ts";
import { html } from "../../../../bot/desk/web/html.ts";

const EVERYBODY = { fi: "Kaikki", sv: "Alla", en: "Everybody" };

/** A section with one route of each kind; what it gets is noted. */
export function sampleSection(note: (exchange: DeskExchange) => void): DeskSection {
  return {
    path: "sample",
    title: { fi: "Näyte", sv: "Prov", en: "Sample" },
    about: { fi: "Jotain <muuta>", sv: "Något <annat>", en: "Something <else>" },
    waiting: () => 3,
    routes: [
      {
        method: "get",
        path: "",
        handle: (exchange) => {
          note(exchange);
          const main = html`<form method="post" action="/desk/sample/new">${exchange.csrfField}<button>x</button></form>`;
          return { kind: "page", title: `${EVERYBODY[exchange.language]} <b>`, main };
        },
      },
      {
        method: "post",
        path: "/new",
        handle: (exchange) => {
          note(exchange);
          const to = exchange.form.get("to") ?? "/desk/sample";
          return { kind: "redirect", to, done: `Saved "${exchange.form.get("text")}" <b>ä` };
        },
      },
      {
        method: "get",
        path: "/broken",
        handle: () => {
          throw new Error("the database of /home/somebody is on fire");
        },
      },
      {
        method: "get",
        path: "/file",
        handle: () => ({
          kind: "file",
          name: 'Äänekoski"\r\nx: y.csv',
          contentType: "text/csv; charset=utf-8",
          body: "a;b",
        }),
      },
      { method: "get", path: "/gone", handle: () => ({ kind: "missing" }) },
      {
        method: "get",
        path: "/:id",
        handle: (exchange) => {
          note(exchange);
          return { kind: "page", title: "One", main: html`<p id="one">${exchange.params.id}</p>` };
        },
      },
      { method: "post", path: "/:id/retire", handle: () => ({ kind: "missing" }) },
      {
        method: "post",
        path: "/:id",
        handle: (exchange) => {
          note(exchange);
          return { kind: "page", title: "Wrong", main: html`<p>No</p>`, status: 422 };
        },
      },
    ],
  };
}
