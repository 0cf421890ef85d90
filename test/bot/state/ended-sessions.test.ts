import { describe, expect, it } from "vitest";
import { SessionCookie } from "../../../bot/sign-in/session-cookie.ts";
import { EndedSessions } from "../../../bot/state/ended-sessions.ts";
import { DATABASE_KINDS, openTestDatabase } from "../../support/databases.ts";

const SECRET = "a secret of the tests, long enough";

describe.each(DATABASE_KINDS)("EndedSessions (%s)", (kind) => {
  it("lets a session that was ended at one process open nothing at another", async () => {
    const database = await openTestDatabase(kind);
    const [one, other] = [0, 1].map(
      () => new SessionCookie(SECRET, { ended: new EndedSessions(database) }),
    ) as [SessionCookie, SessionCookie];
    const { setCookie, session } = await one.create("member", { until: Date.now() / 1000 + 1000 });
    const request = { headers: { cookie: setCookie.split(";")[0] ?? "" } };
    expect(await other.read(request)).toMatchObject({ reader: "member" });
    await one.end(session);
    expect(await other.read(request)).toBeUndefined();
  });

  it("forgets a session when it would have ended by itself", async () => {
    let now = 0;
    const database = await openTestDatabase(kind);
    const ended = new EndedSessions(database, { now: () => now });
    await ended.add("a", 10);
    await ended.add("a", 10);
    now = 10_000;
    await ended.add("b", 20);
    expect([await ended.has("a"), await ended.has("b")]).toEqual([false, true]);
  });
});
