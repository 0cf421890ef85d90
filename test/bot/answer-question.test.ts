import { beforeAll, describe, expect, it } from "vitest";
import { type Asker, askOwnKnowledge } from "../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askOwnKnowledge();
});

describe("findAnswer() to a message that tells something before it asks", () => {
  it.each([
    [
      "i'm writing an article about industrial symbiosis in finland. which parks exist?",
      "which parks exist?",
    ],
    ["Hei, olen toimittaja. Mitkä puistot ovat Suomessa? Kiitos!", "Mitkä puistot ovat Suomessa?"],
    ["hej, jag är student. vilka parker finns?", "vilka parker finns?"],
    ["I read the guide. What is the largest park?", "What is the largest park?"],
  ])("answers what is asked, where nothing narrows it: %s", async (message, question) => {
    const [whole, alone] = [await asker.ask(message), await asker.ask(question)];
    expect(alone.intent).toBe("parks");
    expect(whole.text).toBe(alone.text);
  });

  it.each([
    ["We are in Kokkola. Which parks exist?", "Which parks exist?"],
    ["Olemme Lapissa. Mikä on suurin puisto?", "Mikä on suurin puisto?"],
    ["It must be built by 2027. Which park is the largest?", "Which park is the largest?"],
    ["We need steam. Which park is the largest?", "Which park is the largest?"],
  ])("does not pass over a place, figure or thing that may narrow it: %s", async (message, question) => {
    expect((await asker.ask(message)).text).not.toBe((await asker.ask(question)).text);
  });
});
