import type { DeskExchange, DeskSection } from "../../bot/desk/web/desk-section.ts";
import { html } from "../../bot/desk/web/html.ts";

const LONG =
  "Kaukolämpöverkkoonliittymissopimusneuvottelupöytäkirja, sivutuotteenjatkojalostusmahdollisuusselvitys https://example.fi/a/very/long/address/that/has/no/blank/in/it/at/all/and/goes/on/and/on";
const ROWS = [
  { name: "Höyryn hinta Kemissä", state: "is-good", words: "voimassa", amount: "22 000" },
  { name: LONG, state: "is-warning", words: "vanhenee pian", amount: "3 000,5" },
  { name: "Kipsi", state: "is-danger", words: "vanhentunut", amount: "" },
];

/** A section with a page that shows everything a section may use, and a form. */
export function gallerySection(): DeskSection {
  return {
    path: "gallery",
    title: { fi: "Vakiovastaukset", sv: "Standardsvar", en: "FAQ" },
    about: {
      fi: "Usein kysytyt kysymykset ja niiden vastaukset kolmella kielellä.",
      sv: "Vanliga frågor och svaren på dem på tre språk.",
      en: "Questions that are asked often, with their answers in three languages.",
    },
    waiting: () => 128,
    routes: [
      {
        method: "get",
        path: "",
        handle: (exchange) => ({ kind: "page", title: LONG.slice(0, 90), main: main(exchange) }),
      },
      {
        method: "post",
        path: "",
        handle: ({ form }) => ({
          kind: "redirect",
          to: "/desk/gallery",
          done: `Tallennettu: ${form.get("question")}`,
        }),
      },
    ],
  };
}

function main({ csrfField }: DeskExchange) {
  return html`<p>Jotain tekstiä ja <a href="/desk">linkki</a>. <span class="desk-badge">luonnos</span></p>
  <div class="desk-problem" role="alert"><p>Tarkista kentät: <a href="#question">Kysymys</a></p></div>
  <form class="desk-filter" method="get" action="/desk/gallery">
    <div class="field"><label for="search">Haku</label><input id="search" name="search" type="search"></div>
    <div class="field"><label for="state">Tila</label><select id="state" name="state"><option>Kaikki</option></select></div>
    <div class="desk-actions"><button>Näytä</button><a class="button quiet" href="/desk/gallery">Näytä kaikki</a></div>
  </form>
  <table class="desk-table">
    <caption>Kolme riviä</caption>
    <thead><tr><th scope="col">Kysymys</th><th scope="col">Tila</th><th scope="col" class="is-number">Määrä</th><th scope="col">Toiminnot</th></tr></thead>
    <tbody>${ROWS.map(
      ({ name, state, words, amount }) => html`<tr>
      <td data-label="Kysymys"><a href="/desk/gallery">${name}</a> <small>ja <b>muuta</b> tekstiä</small></td>
      <td data-label="Tila"><span class="desk-badge ${state}">${words}</span></td>
      <td data-label="Määrä" class="is-number">${amount}</td>
      <td data-label="Toiminnot"><div class="desk-actions"><button class="quiet" type="button">Muokkaa</button><button class="danger" type="button">Poista käytöstä</button></div></td>
    </tr>`,
    )}</tbody>
  </table>
  <nav class="desk-pager" aria-label="Sivut"><a class="button quiet" href="/desk/gallery">Vanhemmat</a></nav>
  <p class="desk-empty">Ei tukipyyntöjä. Kun joku pyytää ihmistä vastaamaan, pyyntö tulee tähän.</p>
  <p class="desk-note">Huomautus: vain koordinaattorit näkevät tämän.</p>
  <section class="desk-card"><h2>Tiedot</h2>
    <dl class="desk-facts"><dt>Lähde</dt><dd>${LONG}</dd><dt>Vuosi</dt><dd>2026</dd></dl>
    <blockquote>Paljonko höyry maksaa?
Ja milloin sitä saa?</blockquote>
    <pre>{"a": "${LONG}"}</pre>
  </section>
  <h2>Muutos</h2>
  <p><del>22 000 t</del> <ins>24 000 t</ins></p>
  <form class="desk-form" method="post" action="/desk/gallery">
    ${csrfField}
    <div class="desk-columns">
      <div class="field"><label for="question">Kysymys</label><input id="question" name="question" value="Paljonko höyry maksaa?" aria-invalid="true" aria-describedby="question-hint"><small id="question-hint" class="hint">Kirjoita kuten asiakas kysyisi.</small></div>
      <div class="field"><label for="answer">Vastaus</label><textarea id="answer" name="answer" rows="6">${LONG}</textarea></div>
    </div>
    <fieldset><legend>Näkyvyys</legend>
      <div class="field"><input type="radio" id="public" name="visibility" checked><label for="public">Julkinen</label></div>
      <div class="field"><input type="radio" id="member" name="visibility"><label for="member">Vain jäsenille ja koordinaattoreille</label></div>
    </fieldset>
    <div class="field"><input type="checkbox" id="anyway" name="anyway"><label for="anyway">Tallenna, vaikka samantapainen kysymys on jo olemassa</label></div>
    <div class="desk-actions"><button>Tallenna</button><a class="button quiet" href="/desk/gallery">Peruuta</a></div>
  </form>`;
}
