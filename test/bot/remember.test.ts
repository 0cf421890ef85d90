import { expect, test } from "vitest";
import { remember, rememberPer } from "../../bot/remember.ts";

test("remember() reads a text once, nothing found included, and anew when it was long ago", () => {
  const asked: string[] = [];
  let time = 5;
  const read = remember(
    (text) => {
      asked.push(text);
      return text === "a" ? undefined : text.length;
    },
    { now: () => time },
  );
  expect([read("a"), read("a"), read("bb"), read("bb"), read("a")]).toEqual([
    undefined,
    undefined,
    2,
    2,
    undefined,
  ]);
  expect(asked).toEqual(["a", "bb"]);
  time += 601_000;
  read("a");
  expect(asked).toEqual(["a", "bb", "a"]);
});

test("remember() keeps the thousand texts that were asked for last", () => {
  const asked: string[] = [];
  const read = remember((text) => asked.push(text));
  read("first");
  read("second");
  for (let at = 0; at < 999; at++) {
    read(`other ${at}`);
    read("first");
  }
  asked.length = 0;
  read("first");
  read("second");
  expect(asked).toEqual(["second"]);
});

test("rememberPer() keeps what it read for each object apart", () => {
  const asked: string[] = [];
  const read = rememberPer((owner: { name: string }, text) => {
    asked.push(`${owner.name} ${text}`);
    return `${text} by ${owner.name}`;
  });
  const [one, other] = [{ name: "one" }, { name: "other" }];
  expect([read(one, "a"), read(other, "a"), read(one, "a")]).toEqual(["a by one", "a by other", "a by one"]);
  expect(asked).toEqual(["one a", "other a"]);
});
