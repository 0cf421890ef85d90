import { describe, expect, test } from "vitest";
import { createAuditPart } from "../../bot/desk/audit/create-audit-part.ts";
import type { DeskSection } from "../../bot/desk/web/desk-section.ts";
import { html } from "../../bot/desk/web/html.ts";
import { PEOPLE } from "../support/desk-base.ts";
import { serveSections } from "../support/serve-desk.ts";
import { gallerySection } from "./desk-gallery.ts";
import { lookAtDeskPages, lookFaults, startDeskSuite } from "./desk-suite.ts";

/** As many parts as the desk may have. */
const OTHERS = [
  ["tickets", "Tukipyynnöt", "Ärenden", "Tickets", 3],
  ["queue", "Vastaamatta", "Obesvarat", "Unanswered", 41],
  ["streams", "Jäsenten ilmoitukset", "Medlemsanmälningar", "Members’ notices", 0],
  ["introductions", "Esittelyt", "Kontakter", "Introductions", 1],
  ["alerts", "Hälytykset", "Bevakningar", "Alerts", 0],
  ["figures", "Tunnusluvut", "Nyckeltal", "Figures", 0],
] as const;

const otherSections = (): DeskSection[] =>
  OTHERS.map(([path, fi, sv, en, count]) => ({
    path,
    title: { fi, sv, en },
    waiting: () => count,
    routes: [{ method: "get", path: "", handle: () => ({ kind: "page", title: en, main: html`` }) }],
  }));

const suite = startDeskSuite(() =>
  serveSections(async (base) => {
    for (let at = 0; at < 60; at += 1) {
      const [actor, action] = at % 2 === 0 ? [PEOPLE.kaisa, "faq.edit"] : [PEOPLE.erik, "ticket.read"];
      base.pass(3_600_000);
      await base.audit.add({
        actor,
        action,
        subject: `faq:${at}`,
        detail: { fields: ["answer.fi", "validUntil"] },
      });
    }
    const audit = createAuditPart(base, { retentionDays: 730 });
    return [gallerySection(), ...otherSections(), audit.section];
  }),
);

lookAtDeskPages(suite, [
  { name: "home", path: "/desk" },
  { name: "gallery", path: "/desk/gallery" },
  { name: "audit", path: "/desk/audit?action=faq" },
  { name: "closed", path: "/desk", status: 403 },
  { name: "used-link", path: "/desk/enter?key=x", status: 403 },
]);

describe("the desk in a browser", { timeout: 60_000 }, () => {
  test("sends a form, tells once what was done, and can be used by keyboard alone", async () => {
    const page = await suite.newPage();
    await page.goto(`${suite.url}/desk/gallery?lang=fi`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Siirry sisältöön");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    await page.getByLabel("Kysymys", { exact: true }).fill("Mitä vesi maksaa?");
    await page.keyboard.press("Enter");
    await page.getByRole("status").waitFor();
    expect(await page.getByRole("status").innerText()).toBe("Tallennettu: Mitä vesi maksaa?");
    await page.reload();
    expect(await page.getByRole("status").count()).toBe(0);
  });

  test("keeps the chosen language from page to page", async () => {
    const page = await suite.newPage();
    await page.goto(`${suite.url}/desk/audit`);
    await page.getByRole("link", { name: "Svenska" }).click();
    await page.getByRole("heading", { level: 1, name: "Logg" }).waitFor();
    await page.getByRole("link", { name: "Startsida" }).click();
    await page.getByRole("heading", { level: 1, name: "Koordinatorns skrivbord" }).waitFor();
  });

  test("filters the log and takes it home", async () => {
    const page = await suite.newPage();
    await page.goto(`${suite.url}/desk/audit?lang=en`);
    await page.getByLabel("Who", { exact: true }).selectOption({ label: "Erik" });
    await page.getByRole("button", { name: "Show" }).click();
    await page.getByRole("link", { name: "Show everything" }).waitFor();
    expect(await page.locator("tbody tr").count()).toBe(30);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download as CSV" }).click();
    expect((await download).suggestedFilename()).toBe("Sivuvirta log.csv");
  });

  test("keeps what was written when the session has ended", async () => {
    const page = await suite.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${suite.url}/desk/gallery?lang=en`);
    const stranger = await suite.newStranger({ viewport: { width: 390, height: 844 } });
    await stranger.goto(`${suite.url}/desk?lang=en`);
    const source = await page.content();
    await stranger.route("**/desk/gallery", (route) =>
      route.request().method() === "GET"
        ? route.fulfill({ contentType: "text/html", body: source })
        : route.continue(),
    );
    await stranger.goto(`${suite.url}/desk/gallery`);
    await stranger.locator("#answer").fill("Long <b>answer");
    await stranger.getByRole("button", { name: "Tallenna", exact: true }).click();
    await stranger.getByRole("heading", { name: "Your sign-in has ended" }).waitFor();
    await stranger.getByText("Long <b>answer").waitFor();
    expect(await lookFaults(stranger)).toEqual([]);
  });
});
