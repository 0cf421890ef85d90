import { describe, expect, it } from "vitest";
import { writeStepNumbers } from "../../../bot/understand/step-numbers.ts";

describe("writeStepNumbers()", () => {
  it.each([
    ["en", "What is the eighth step about?", "What is the step 8 about?"],
    ["fi", "Mitä kolmas vaihe sisältää?", "Mitä vaihe 3 sisältää?"],
    ["fi", "Mitä neljännessä vaiheessa tehdään?", "Mitä vaiheessa 4 tehdään?"],
    ["sv", "Vad handlar det åttonde steget om?", "Vad handlar det steget 8 om?"],
    ["en", "Who came first to the park?", "Who came first to the park?"],
    ["sv", "Vilket är det andra nätverket?", "Vilket är det andra nätverket?"],
  ] as const)("%s: %s", (language, text, written) => {
    expect(writeStepNumbers(text, language)).toBe(written);
  });
});
