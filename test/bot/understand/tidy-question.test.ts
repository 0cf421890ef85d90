import { expect, it } from "vitest";
import { tidyQuestion } from "../../../bot/understand/tidy-question.ts";

it.each([
  ["  Kuka ottaisi\n tuhkaa? ", "Kuka ottaisi tuhkaa?"],
  ["What’s “fly ash”?", 'What\'s "fly ash"?'],
  ["Mitä on ”jarosiitti”?", 'Mitä on "jarosiitti"?'],
  ["10–50 000 t", "10–50 000 t"],
  ["тухка 😀 ’", "тухка 😀 '"],
])("tidyQuestion() makes %j one plain line", (text, line) => {
  expect(tidyQuestion(text)).toBe(line);
});
