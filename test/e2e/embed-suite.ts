import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll } from "vitest";
import { type ChatSuite, startChatSuite } from "./chat-suite.ts";
import { buttonOf, type HostPage, type HostSite, startHostSite } from "./host-site.ts";

/** A {@link ChatSuite} with a site of somebody else that may embed its chat. */
export interface EmbedSuite {
  readonly suite: ChatSuite;
  readonly site: HostSite;
  /** Opens a page of the site and waits for the button. */
  openSite(page: Page, wanted?: Partial<HostPage>): Promise<void>;
  /** The same, in a new browser context. */
  newSitePage(options: BrowserContextOptions, wanted?: Partial<HostPage>): Promise<Page>;
}

/** Starts a canned application and a site that it allows, before the tests of a file. */
export function startEmbedSuite(): EmbedSuite {
  let started: HostSite | undefined;
  const suite = startChatSuite({
    allowedOrigins: async () => {
      started = await startHostSite();
      return [started.origin];
    },
  });
  afterAll(() => started?.close());
  const siteOfTest = (): HostSite => {
    if (!started) throw new Error("No site runs: it is started before the tests");
    return started;
  };
  const openSite = async (page: Page, wanted: Partial<HostPage> = {}) => {
    await page.goto(siteOfTest().page({ botUrl: suite.url, ...wanted }));
    await buttonOf(page).waitFor();
  };
  return {
    suite,
    get site() {
      return siteOfTest();
    },
    openSite,
    async newSitePage(options, wanted) {
      const page = await suite.newPage(options);
      await openSite(page, wanted);
      return page;
    },
  };
}
