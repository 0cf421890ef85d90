import { expect, test } from "vitest";
import { maskContacts } from "../../../../bot/desk/questions/mask-contacts.ts";

test.each([
  ["Kuka vastaa? anna.virtanen@example.fi", "Kuka vastaa? …"],
  ["Write to (jan+ash@sub.example.co.uk), please", "Write to (…), please"],
  ["pekka (at) yritys.fi kysyy", "… kysyy"],
  ["Soita 040 123 4567 huomenna", "Soita … huomenna"],
  ["Ring +358 40 123 45 67!", "Ring …!"],
  ["puh. 0401234567.", "puh. …."],
  ["växel 0295-250 000", "växel …"],
  ["tunnus 131052-308T", "tunnus …"],
])("maskContacts() takes a contact out of %j", (text, masked) => {
  expect(maskContacts(text)).toBe(masked);
});

test.each([
  "Kuka ottaa 22 000 t tuhkaa?",
  "Who takes 1,250,000 t of slag a year?",
  "Jätekoodi 10 01 03 tai 100103*",
  "Den 01.03.2026 eller 1.3.2026",
  "0,5 t ja 0.25 t",
  "Vuosina 2019–2024, 120 hehtaaria",
  "ECO3, 62,5 % @ Kemi",
])("maskContacts() leaves %j as it is", (text) => {
  expect(maskContacts(text)).toBe(text);
});
