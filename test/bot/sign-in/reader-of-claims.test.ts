import { describe, expect, test } from "vitest";
import { readerOfClaims, wantedScope } from "../../../bot/sign-in/reader-of-claims.ts";

const memberBy = (claim: string, value: string) => ({ members: [{ claim, value }], coordinators: [] });

describe("readerOfClaims()", () => {
  test.each<[string, object, string, string]>([
    ["text", { role: "park-member" }, "role", "park-member"],
    ["list of texts", { groups: ["a", "park-member"] }, "groups", "park-member"],
    ["number", { level: 3 }, "level", "3"],
    ["list of numbers", { levels: [1, 3] }, "levels", "3"],
    ["truth value", { is_member: true }, "is_member", "true"],
    ["nested", { realm_access: { roles: ["park-member"] } }, "realm_access.roles", "park-member"],
    ["deeply nested", { resource_access: { chat: { roles: ["m"] } } }, "resource_access.chat.roles", "m"],
    [
      "nested under a name with dots",
      { resource_access: { "chat.example.fi": { roles: ["m"] } } },
      "resource_access.chat.example.fi.roles",
      "m",
    ],
    ["name that is an address", { "https://a.example/roles": ["m"] }, "https://a.example/roles", "m"],
    [
      "group of Entra",
      { groups: ["3f0c6a0e-1111-4222-8333-444455556666"] },
      "groups",
      "3f0c6a0e-1111-4222-8333-444455556666",
    ],
    ["group path of Keycloak", { groups: ["/park/members"] }, "groups", "/park/members"],
    ["checked address", { email: "a@b.example", email_verified: true }, "email", "a@b.example"],
  ])("a claim that is a %s makes a member", (_form, claims, claim, value) => {
    expect(readerOfClaims({ ...claims }, memberBy(claim, value))).toBe("member");
  });

  test.each<[string, object, string, string]>([
    ["nothing", {}, "groups", "m"],
    ["another value", { groups: ["mm", "M", " m"] }, "groups", "m"],
    ["a part of a text", { groups: "a m b" }, "groups", "m"],
    ["an object", { groups: { m: true } }, "groups", "m"],
    ["null", { groups: null }, "groups", "null"],
    ["a list in a list", { groups: [["m"]] }, "groups", "m"],
    ["an object in a list", { groups: [{ id: "m" }] }, "groups", "[object Object]"],
    ["an empty list", { groups: [] }, "groups", ""],
    ["an inherited name", {}, "constructor.name", "Object"],
    ["a nested inherited name", { a: {} }, "a.toString", "x"],
    ["a place in a list", { groups: ["m"] }, "groups.0", "m"],
    ["the length of a text", { a: "m" }, "a.length", "1"],
    ["an address nobody checked", { email: "a@b.example" }, "email", "a@b.example"],
    ["an address checked in words", { email: "a@b.example", email_verified: "true" }, "email", "a@b.example"],
  ])("%s makes nobody a member", (_form, claims, claim, value) => {
    expect(readerOfClaims({ ...claims }, memberBy(claim, value))).toBe("public");
  });

  test("who is both is a coordinator, whatever the order", () => {
    const rules = {
      members: [{ claim: "groups", value: "m" }],
      coordinators: [
        { claim: "groups", value: "other" },
        { claim: "roles", value: "c" },
      ],
    };
    expect(readerOfClaims({ groups: ["m"], roles: ["c"] }, rules)).toBe("coordinator");
    expect(readerOfClaims({ groups: ["m"] }, rules)).toBe("member");
    expect(readerOfClaims({ roles: ["c"] }, rules)).toBe("coordinator");
  });

  test("without rules everybody is public", () => {
    expect(readerOfClaims({ groups: ["m"] }, { members: [], coordinators: [] })).toBe("public");
  });
});
test("wantedScope() asks for the address where a rule looks at it, and for the name where there are coordinators", () => {
  expect(wantedScope(memberBy("email", "a@b.example"))).toBe("openid email");
  expect(wantedScope(memberBy("emails", "a@b.example"))).toBe("openid");
  expect(wantedScope({ members: [], coordinators: [{ claim: "email", value: "a@b.example" }] })).toBe(
    "openid profile email",
  );
});
