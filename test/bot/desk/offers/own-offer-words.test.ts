import { describe, expect, it } from "vitest";
import {
  correctsOwnOffer,
  listsOwnOffers,
  namesListing,
  partListings,
  readOwnWithdrawal,
} from "../../../../bot/desk/offers/own-offer-words.ts";

describe("listsOwnOffers()", () => {
  it.each([
    "What have I published?",
    "my listings",
    "has my submission been approved yet",
    "Mitä sivuvirtoja meiltä on julkaistu?",
    "onko mun ilmoitus jo hyväksytty",
    "Vilka sidoströmmar har vi publicerat?",
    "är min anmälan redan godkänd",
  ])("knows a question for what one has published: %s", (words) => {
    expect(listsOwnOffers(words)).toBe(true);
  });

  it.each([
    "What do members publish?",
    "Has anyone published a study on the use of our gypsum?",
    "What do we have to list to the authority?",
    "Mitä ilmoituksia meidän pitää tehdä?",
    "Vilka anmälningar ska vi göra?",
    "Remove my listing",
    "Mitä jäsenet julkaisevat?",
  ])("leaves others alone: %s", (words) => {
    expect(listsOwnOffers(words)).toBe(false);
  });
});

describe("readOwnWithdrawal()", () => {
  it.each([
    ["Remove our gypsum listing", "sure"],
    ["Poista meidän kipsi-ilmoitus", "sure"],
    ["dra tillbaka vår gipsström", "sure"],
    ["We no longer have gypsum", "maybe"],
    ["Meillä ei ole enää kipsiä", "maybe"],
    ["Gipsen är redan såld, ni kan ta bort annonsen", "maybe"],
    ["How do I remove my listing?", undefined],
    ["Delete my data", "maybe"],
    ["The amount of ash has changed", undefined],
  ] as const)("reads %j as %s", (words, wish) => {
    expect(readOwnWithdrawal(words)).toBe(wish);
  });
});

describe("correctsOwnOffer()", () => {
  it.each([
    ["Our gypsum is actually only 1800 t a year", true],
    ["Kipsin määrä on muuttunut, se on nyt 4000 t", true],
    ["Det blir 3 500 t gips per år från oss i stället", true],
    ["Our gypsum is white", false],
    ["Is our gypsum only 1800 t?", false],
  ])("tells of %j %s", (words, isCorrection) => {
    expect(correctsOwnOffer(words)).toBe(isCorrection);
  });
});

describe("partListings()", () => {
  it("leaves the stuff of a compound with a word for its stream", () => {
    expect(partListings("Ta bort vår gipsannons")).toBe("Ta bort vår gipsström");
    expect(partListings("Poista kipsi-ilmoituksemme")).toBe("Poista kipsivirta");
    expect(namesListing("Ta bort vår gipsannons")).toBe(true);
  });
});
