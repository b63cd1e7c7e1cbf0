import { expect, it } from "@jest/globals";

import { createQuieter } from "./quieter.ts";

const watching = (requests: number) => `production: watching 25 %: ${requests} requests so far, 0 errors`;

it("says running numbers when they changed, and every 10 s at most", () => {
  let nowMs = 0;
  const isNews = createQuieter(() => nowMs);
  const said: string[] = [];
  for (let second = 0; second <= 30; second += 1) {
    nowMs = second * 1000;
    const text = watching(second < 15 ? second : 15);
    if (isNews(text)) said.push(`${second}: ${text.split(": ").at(-1)}`);
  }

  expect(said).toEqual([
    "0: 0 requests so far, 0 errors",
    "10: 10 requests so far, 0 errors",
    "20: 15 requests so far, 0 errors",
  ]);
});

it("says everything else, but no line twice in a row", () => {
  const isNews = createQuieter(() => 0);
  const lines = [
    "waiting: 1 approval",
    "waiting: 1 approval",
    "production: 5 % of traffic",
    "production: 25 % of traffic",
  ];

  expect(lines.map(isNews)).toEqual([true, false, true, true]);
});
