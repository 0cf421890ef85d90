import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { PAGE_TEXTS } from "../../bot/web/page-texts.ts";
import { accessibilityFaults, savePicture } from "../support/browser.ts";
import { ask, DESKTOP, messageOf, PHONE } from "./chat-suite.ts";
import { startEmbedSuite } from "./embed-suite.ts";
import { buttonOf, openPanel, panelOf } from "./host-site.ts";

const { newSitePage } = startEmbedSuite();

describe("look of the chat button on another site", { timeout: 60_000 }, () => {
  test("fills the screen of a phone and stands beside the page on a desktop", async () => {
    const phone = await newSitePage({ viewport: PHONE });
    await openPanel(phone);
    expect(await panelOf(phone).boundingBox()).toEqual({ x: 0, y: 0, ...PHONE });
    const desktop = await newSitePage({ viewport: DESKTOP }, { attributes: 'data-position="left"' });
    await openPanel(desktop);
    expect(await panelOf(desktop).boundingBox()).toMatchObject({ x: 20, width: 400 });
    await desktop.setViewportSize(PHONE);
    await expect.poll(() => panelOf(desktop).boundingBox()).toEqual({ x: 0, y: 0, ...PHONE });
    const turned = { width: PHONE.height, height: PHONE.width };
    await desktop.setViewportSize(turned);
    await expect.poll(() => panelOf(desktop).boundingBox()).toEqual({ x: 0, y: 0, ...turned });
    expect(await panelOf(desktop).isVisible()).toBe(true);
  });

  test("gives button, panel and chat the colours of the site, and keeps words readable", async () => {
    const css = "--sivuvirta-accent: gold; --sivuvirta-size: 70px; --sivuvirta-radius: 3px;";
    const page = await newSitePage({ viewport: DESKTOP }, { css });
    const frame = await openPanel(page);
    const styleOf = (name: string) => `getComputedStyle(e).${name}`;
    const read = (locator: ReturnType<Page["locator"]>, name: string) =>
      locator.evaluate(new Function("e", `return ${styleOf(name)}`) as (e: unknown) => string);
    expect(await read(buttonOf(page), "backgroundColor")).toBe("rgb(255, 215, 0)");
    expect(await read(buttonOf(page), "color")).toBe("rgb(0, 0, 0)");
    expect(await read(buttonOf(page), "width")).toBe("70px");
    expect(await read(panelOf(page), "borderRadius")).toBe("3px");
    const link = await read(frame.locator("#privacy"), "color");
    const [red = 0, green = 0, blue = 255] = (link.match(/\d+/g) ?? []).map(Number);
    expect(red).toBeGreaterThan(blue);
    expect(Math.max(red, green)).toBeLessThan(140);
    for (const inner of page.frames().slice(1)) expect(await accessibilityFaults(inner)).toEqual([]);
  });

  test("takes nothing but colours for colours", async () => {
    const page = await newSitePage({ viewport: DESKTOP }, { css: "--sivuvirta-accent: url(x.png);" });
    const frame = await openPanel(page);
    expect(await frame.locator("html").getAttribute("style")).toBeFalsy();
  });

  test("has no accessibility fault that axe finds in the dark, with its menu open", async () => {
    const page = await newSitePage(
      { viewport: PHONE, colorScheme: "dark" },
      { css: "--sivuvirta-accent: navy" },
    );
    const frame = await openPanel(page);
    await ask(frame, "Which streams?");
    await messageOf(frame, "27 side streams").waitFor();
    await frame.getByRole("button", { name: PAGE_TEXTS.en.menu }).click();
    await frame.getByRole("button", { name: PAGE_TEXTS.en.download }).waitFor();
    await savePicture(page, "embed-dark-menu");
    for (const inner of page.frames().slice(1)) expect(await accessibilityFaults(inner)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await panelOf(page).isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await panelOf(page).waitFor({ state: "hidden" });
  });
});
