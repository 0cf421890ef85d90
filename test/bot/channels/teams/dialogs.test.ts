import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Dialog, type DialogRequest, openDialogAction } from "../../../../bot/desk/dialogs/dialog.ts";
import { buildCard } from "../../../../bot/reply/build-card.ts";
import { applicationOfTest, type Changes } from "../../../support/application.ts";
import { PERSON, REGISTERED, TENANT, TeamsClient } from "../../../support/teams-client.ts";
import { startTeamsService, type TeamsService } from "../../../support/teams-service.ts";

const application = applicationOfTest();
let service: TeamsService;
let requests: [string, DialogRequest][];

beforeEach(async () => {
  service = await startTeamsService();
  service.members.set("29:eva", {
    tenantId: TENANT,
    userRole: "user",
    userPrincipalName: "eva@park.example",
  });
  requests = [];
});
afterEach(() => service.close());

const dialog: Dialog = {
  name: "faq.new",
  open: async (request) => {
    requests.push(["open", request]);
    return { kind: "card", title: "Uusi", card: buildCard({ title: "Uusi", body: [] }) };
  },
  submit: async (request) => {
    requests.push(["submit", request]);
    if (request.fields.question === "fail") throw new Error("The disk is full");
    return { kind: "message", text: "Tallennettu" };
  },
};

async function startClient(
  options: { scope?: "personal" | "channel"; coordinators?: string[]; config?: Changes["config"] } = {},
): Promise<TeamsClient> {
  const { scope, coordinators = [`${TENANT}/${PERSON}`], config } = options;
  await application.start({
    dialogs: [dialog],
    ...(config === undefined && {
      teams: { adapter: { tokenIssuer: service.tokenIssuer, timeoutInMs: 1000 } },
    }),
    config: { ...REGISTERED, teamsPeople: { memberTenants: [], members: [], coordinators }, ...config },
  });
  return new TeamsClient(application, service, scope);
}

const pressed = (fields: object = {}) => ({
  data: { ...(openDialogAction("Uusi", "faq.new") as { data: object }).data, ...fields },
});

describe("a window in Teams", () => {
  test.each(["personal", "channel"] as const)("opens for a coordinator, pressed in %s", async (scope) => {
    const client = await startClient({ scope });
    const answer = await client.invoke("task/fetch", pressed({ id: "steam", count: 3 }));
    expect(answer).toMatchObject({
      status: 200,
      body: {
        task: {
          type: "continue",
          value: {
            title: "Uusi",
            card: {
              contentType: "application/vnd.microsoft.card.adaptive",
              content: { type: "AdaptiveCard" },
            },
          },
        },
      },
    });
    expect(requests).toMatchObject([
      [
        "open",
        {
          language: "fi",
          fields: { id: "steam", count: "3" },
          actor: {
            id: `teams:${TENANT}/${PERSON}`,
            name: "Eva Berg",
            reader: "coordinator",
            via: "teams",
          },
        },
      ],
    ]);
  });

  test("sends its form, cleared fields too, and shows what came of it", async () => {
    const client = await startClient();
    const answer = await client.invoke("task/submit", pressed({ question: " Mitä? ", tags: "" }));
    expect(answer.body).toEqual({ task: { type: "message", value: "Tallennettu" } });
    expect(requests[0]?.[1].fields).toEqual({ question: "Mitä?", tags: "" });
  });

  test.each<[string, Parameters<typeof startClient>[0] & {}]>([
    ["somebody who is no coordinator", { coordinators: [] }],
    ["anybody while nobody can be told from a stranger", { config: { microsoftApp: undefined } }],
  ])("stays shut for %s, whatever the button says", async (_, options) => {
    const client = await startClient(options);
    const value = pressed({ reader: "coordinator", actor: "kaisa" });
    const headers = options.config ? {} : undefined;
    const answer = await client.post({ type: "invoke", name: "task/submit", value }, headers);
    expect(answer.body).toEqual({
      task: { type: "message", value: "Vain koordinaattorit voivat tehdä tämän." },
    });
    expect(requests).toEqual([]);
  });

  test.each([
    ["a window there is not", { data: { dialog: "faq.burn" } }, "Tätä toimintoa ei enää ole"],
    ["no data", {}, "Tätä toimintoa ei enää ole"],
    ["data of another shape", { data: "faq.new" }, "Tätä toimintoa ei enää ole"],
    ["a form that cannot be kept", pressed({ question: "fail" }), "eikä mitään tallennettu"],
  ])("says so plainly for %s", async (_, value, words) => {
    const client = await startClient();
    const answer = await client.invoke("task/submit", value);
    expect(answer.status).toBe(200);
    expect((answer.body.task as { value: string }).value).toContain(words);
    expect(JSON.stringify(answer.body)).not.toContain("disk");
  });
});
