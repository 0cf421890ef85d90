import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createServiceHosts } from "../../../../bot/channels/teams/service-hosts.ts";
import { applicationOfTest, replyOf, waitFor } from "../../../support/application.ts";
import { type Post, startService } from "../../../support/bot-framework.ts";
import { openStore } from "../../../support/stores.ts";
import { REGISTERED, TeamsClient } from "../../../support/teams-client.ts";
import { startTeamsService, type TeamsService } from "../../../support/teams-service.ts";

describe("createServiceHosts() where callers are authenticated", () => {
  const isServiceHost = createServiceHosts({
    isAuthenticated: true,
    hosts: ["smba.park.example", "*.own.example"],
  });
  test.each([
    "https://smba.trafficmanager.net/teams/",
    "https://smba.trafficmanager.net/emea/6f0e3a52-7f35-4d3b-9c4c-000000000001/",
    "https://smba.infra.gcc.teams.microsoft.com/gcc",
    "https://smba.infra.gov.teams.microsoft.us/gcch",
    "https://smba.infra.dod.teams.microsoft.us/dod",
    "https://webchat.botframework.com/",
    "https://europe.directline.botframework.com/",
    "https://directline.botframework.azure.us/",
    "https://api.botframework.us/",
    "https://api.botframework.azure.cn/",
    "https://SMBA.trafficmanager.net:443/teams/",
    "https://smba.park.example/",
    "https://eu.own.example/x",
  ])("lets %s through", (url) => {
    expect(isServiceHost(url)).toBe(true);
  });

  test.each([
    ["no TLS", "http://smba.trafficmanager.net/teams/"],
    ["another port", "https://smba.trafficmanager.net:8443/teams/"],
    ["a name before the host", "https://smba.trafficmanager.net@evil.example/"],
    ["a name and password", "https://a:b@smba.trafficmanager.net/"],
    ["a host that ends alike", "https://evilbotframework.com/"],
    ["a host that begins alike", "https://smba.trafficmanager.net.evil.example/"],
    ["a neighbour of a shared domain", "https://evil.trafficmanager.net/"],
    ["the bare domain", "https://own.example/"],
    ["a dot at the end", "https://smba.trafficmanager.net./"],
    ["this machine", "http://localhost:3978/"],
    ["an IPv4 address", "https://127.0.0.1/"],
    ["an IPv4 address as one number", "https://2130706433/"],
    ["an IPv6 address", "https://[::1]/"],
    ["the address of cloud metadata", "http://169.254.169.254/metadata"],
    ["a file", "file:///etc/passwd"],
    ["no address", "smba.trafficmanager.net"],
    ["nothing", ""],
  ])("refuses %s", (_, url) => {
    expect(isServiceHost(url)).toBe(false);
  });
});

test("without authentication this machine alone is allowed, as for local tools", () => {
  const isServiceHost = createServiceHosts({ isAuthenticated: false, hosts: [] });
  expect(["http://localhost:9", "http://127.0.0.1:9/x", "http://[::1]:9"].map(isServiceHost)).toEqual([
    true,
    true,
    true,
  ]);
  expect(
    ["https://smba.trafficmanager.net/", "http://10.0.0.1", "ftp://localhost"].map(isServiceHost),
  ).toEqual([false, false, false]);
});

describe("the door of Teams", () => {
  const application = applicationOfTest();
  let service: TeamsService;
  let stranger: { url: string; close(): void };
  const posts: Post[] = [];

  beforeAll(async () => {
    service = await startTeamsService();
    stranger = await startService(posts);
  });
  beforeEach(() => {
    posts.length = 0;
    service.calls.length = 0;
  });
  afterAll(() => {
    service.close();
    stranger.close();
  });

  const start = () =>
    application.start({
      config: REGISTERED,
      teams: { adapter: { tokenIssuer: service.tokenIssuer, timeoutInMs: 1000, patienceInMs: 1000 } },
    });
  /** Signed by the service, for the address that the activity names: as a stolen token of another channel would be. */
  const signed = async (serviceUrl: string) => ({
    authorization: `Bearer ${await service.sign({ serviceUrl })}`,
  });
  const client = () => new TeamsClient(application, service);
  const message = { type: "message", text: "Hei" };

  test("refuses a signed activity whose replies would go elsewhere like a stranger, and sends nothing there", async () => {
    await start();
    const answer = await client().post({ ...message, serviceUrl: stranger.url }, await signed(stranger.url));
    expect(answer).toMatchObject({ status: 401, body: { error: { code: "Unauthorized" } } });
    expect(answer.text).not.toContain(new URL(stranger.url).host);
    expect(application.running.lines.join()).toContain("BOT_SERVICE_HOSTS");
    // What is known still works, so the other would have been tried by now.
    await client().ask("Hei");
    expect(posts).toEqual([]);
  });

  test("does not follow a service that sends it on", async () => {
    await start();
    service.answer = () => ({ status: 307, headers: { location: `${stranger.url}/v3` } });
    await client().post(message);
    await waitFor(() => service.calls.length > 0);
    await application.close();
    service.answer = () => undefined;
    expect(posts).toEqual([]);
  });

  test("speaks first to no address that was kept from earlier, if it is not known now", async () => {
    const store = openStore();
    await application.start({
      store,
      config: REGISTERED,
      teams: { adapter: { tokenIssuer: service.tokenIssuer, timeoutInMs: 1000, patienceInMs: 1000 } },
    });
    await client().ask("Hei");
    const key = "msteams:a:1";
    const reference = await store.references.read(key);
    await store.references.save(key, { ...reference, serviceUrl: stranger.url } as never);
    const outcome = await application.running.application.say(key, replyOf("News"));
    expect(outcome).toBe("failed");
    expect(posts).toEqual([]);
    expect(application.running.lines.join()).toContain("none of the service's known hosts");
  });
});
