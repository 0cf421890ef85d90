import { expect, it } from "vitest";
import { presentMunicipality } from "../../../../bot/desk/offers/present-municipality.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";

it("presentMunicipality() writes towns in the language and leaves what is no town", async () => {
  const view = await openOwnKnowledge();
  expect(presentMunicipality("Kokkola; Tornio", { language: "sv", view })).toBe("Karleby; Torneå");
  expect(presentMunicipality("Kokkola", { language: "fi", view })).toBe("Kokkola");
  expect(presentMunicipality("Nowhere", { language: "sv", view })).toBe("Nowhere");
});
