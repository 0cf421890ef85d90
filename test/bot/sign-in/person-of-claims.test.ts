import { describe, expect, test } from "vitest";
import { personOfClaims } from "../../../bot/sign-in/person-of-claims.ts";

describe("personOfClaims()", () => {
  test.each([
    ["the name", { sub: "a1", name: "Kaisa Ranta", email: "k@x.example" }, "Kaisa Ranta"],
    ["the name of the account", { sub: "a1", preferred_username: "kranta" }, "kranta"],
    ["the address", { sub: "a1", name: "  ", email: "k@x.example" }, "k@x.example"],
    ["one line without signs that turn it around", { sub: "a1", name: "Kai\n\u202esa\u0000 R" }, "Kai sa R"],
    ["at most 100 characters", { sub: "a1", name: "å".repeat(101) }, "å".repeat(100)],
  ])("takes %s of a coordinator", (_, claims, name) => {
    expect(personOfClaims(claims, "coordinator")).toEqual({ subject: "a1", name });
  });

  test.each([
    ["no claims", {}],
    ["claims that are no texts", { sub: 7, name: { a: 1 }, email: ["x"] }],
    ["a key longer than the standard allows", { sub: "x".repeat(256) }],
    ["an empty key", { sub: "" }],
  ])("keeps nothing of %s", (_, claims) => {
    expect(personOfClaims(claims, "coordinator")).toEqual({});
  });

  test.each(["member", "public"] as const)("keeps nothing of a %s", (reader) => {
    expect(personOfClaims({ sub: "a1", name: "Maija" }, reader)).toEqual({});
  });
});
