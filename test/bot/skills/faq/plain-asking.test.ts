import { describe, expect, it, test } from "vitest";
import { askingClause, writePlainly } from "../../../../bot/skills/faq/plain-asking.ts";
import type { Language } from "../../../../knowledge/languages.ts";

describe("writePlainly()", () => {
  test.each<[Language, string, string]>([
    ["en", "Who'd take our ash?", "Who would take our ash?"],
    ["en", "whats the phone number", "what is the phone number"],
    ["en", "Peittoo, what's that?", "What is Peittoo?"],
    ["en", "Is it waste or not?", "Is it waste?"],
    ["en", "min. load of ash?", "minimum load of ash?"],
    ["fi", "onks kokkolassa tontteja", "onko kokkolassa tontteja"],
    ["fi", "saaks sieltä höyryä", "saako sieltä höyryä"],
    ["fi", "Mistä löytyis tontti?", "Mistä löytyisi tontti?"],
    ["fi", "Onko se jätettä vai ei?", "Onko se jätettä?"],
    ["fi", "mikä ihme se on", "mikä se on"],
    ["fi", "mita se maksaa", "mitä se maksaa"],
    ["sv", "Finns det nåt i nån park?", "Finns det något i någon park?"],
    ["sv", "peittoo, vad är det?", "Vad är peittoo?"],
    ["sv", "Vem tar gips i Karlebytrakten?", "Vem tar gips i Karleby trakten?"],
  ])("%s: %j is asked as %j", (language, text, plain) => {
    expect(writePlainly(text, language)).toBe(plain);
  });

  test.each<[Language, string]>([
    ["en", "Which parks do not make biogas?"],
    ["en", "What is Boliden's jarosite used for?"],
    ["fi", "Kuka ostaa ruista?"],
    ["fi", "Milloin jäte ei ole enää jätettä?"],
    ["sv", "När är betongkross inte längre avfall?"],
  ])("%s: %j stays as it is", (language, text) => {
    expect(writePlainly(text, language)).toBe(text);
  });
});

describe("askingClause()", () => {
  it("leaves out what the asker tells before the question", () => {
    expect(askingClause("we're a startup with 4 people, can we join a park?")).toBe("can we join a park?");
    expect(askingClause("Meillä on 300 tonnia tuhkaa. Kuka sen ottaa?")).toBe("Kuka sen ottaa?");
  });

  it("keeps a question of two halves", () => {
    const text = "What is FISS, and who runs it?";
    expect(askingClause(text)).toBe(text);
  });
});
