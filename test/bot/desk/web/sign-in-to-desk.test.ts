import { afterEach, beforeEach, expect, test } from "vitest";
import { createDeskServer } from "../../../../bot/desk/web/create-desk-server.ts";
import { createLog } from "../../../../bot/log.ts";
import { createBotServer, httpServerOf } from "../../../../bot/server.ts";
import { createSignIn } from "../../../../bot/sign-in/create-sign-in.ts";
import { createDeskBase, type TestDeskBase } from "../../../support/desk-base.ts";
import { CLIENT_ID, CLIENT_SECRET, ScriptedProvider } from "../../sign-in/scripted-provider.ts";
import { Browser } from "../../sign-in/sign-in-of-test.ts";
import { PUBLIC_URL, SECRET } from "./desk-of-test.ts";

let provider: ScriptedProvider;
let base: TestDeskBase;
let browser: Browser;
let close: () => Promise<void>;

beforeEach(async () => {
  provider = await ScriptedProvider.start();
  base = createDeskBase();
  const log = createLog({ write: () => undefined });
  const oidc = {
    issuer: provider.issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    members: [{ claim: "groups", value: "park-members" }],
    coordinators: [{ claim: "groups", value: "park-coordinators" }],
  };
  const signIn = createSignIn({
    oidc,
    publicUrl: PUBLIC_URL,
    secret: SECRET,
    log,
    allowsInsecureLoopback: true,
  });
  const desk = createDeskServer({
    sections: [],
    readSession: signIn.readSession,
    hasSignIn: true,
    publicUrl: PUBLIC_URL,
    audit: base.audit,
    log,
    secret: SECRET,
    addressOf: () => "10.0.0.1",
  });
  const mounts = [signIn.mount, desk.mount];
  const server = createBotServer({ mounts, isReady: () => ({ ready: true }), log });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = httpServerOf(server).address();
  browser = new Browser(`http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`);
  close = async () => {
    httpServerOf(server).closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await provider.close();
  };
});

afterEach(() => close());

const belongsTo = (group: string) => {
  provider.script.claims = (claims) => ({ ...claims, groups: [group] });
};

test("a coordinator goes from the desk to the provider and back, is named, and leaves by the button", async () => {
  belongsTo("park-coordinators");
  const refused = await browser.open("/desk/faq?state=open");
  expect(refused.status).toBe(303);
  const back = await browser.signIn(refused.location);
  expect(back.location).toBe(`${PUBLIC_URL}/desk/faq?state=open`);
  const home = await browser.open("/desk");
  expect(home.text).toContain("Signed in: Someone Somewhere");
  expect(await base.audit.list()).toMatchObject([
    { action: "desk.enter", actor: "web:person-1", actorName: "Someone Somewhere", reader: "coordinator" },
  ]);
  const [, action = ""] = /<form method="post" action="([^"]+)">/.exec(home.text) ?? [];
  const headers = { origin: PUBLIC_URL, "sec-fetch-site": "same-origin" };
  const left = await browser.open(action, { method: "POST", headers });
  expect(left.text).toContain("You have signed out");
  expect((await browser.open("/desk")).status).toBe(303);
});

test("a member who signs in is told that the desk is for coordinators, and not sent round in circles", async () => {
  belongsTo("park-members");
  await browser.signIn((await browser.open("/desk")).location);
  const { status, text } = await browser.open("/desk");
  expect(status).toBe(403);
  expect(text).toContain("The desk is for coordinators");
  expect(await base.audit.list()).toEqual([]);
});
