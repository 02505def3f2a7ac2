import { expect, test } from "vitest";
import { recent } from "../../src/web/recent.ts";

/** Questions, and the answers that the test gives. */
function asking() {
  const asked: PromiseWithResolvers<string>[] = [];
  let now = 0;
  const answers = recent(
    () => {
      const one = Promise.withResolvers<string>();
      asked.push(one);
      return one.promise;
    },
    1_000,
    () => now,
  );
  const passes = (milliseconds: number) => {
    now += milliseconds;
  };
  return { asked, answers, passes };
}

test("one answer is for all who ask within a second", async () => {
  const { asked, answers, passes } = asking();
  const early = answers.get();
  asked[0]?.resolve("first");
  expect(await early).toBe("first");
  passes(999);
  for (let count = 0; count < 100; count++) expect(await answers.get()).toBe("first");
  expect(asked).toHaveLength(1);
  passes(1);
  const late = answers.get();
  asked[1]?.resolve("second");
  expect(await late).toBe("second");
});

test("a question that stays without an answer is not put twice", async () => {
  const { asked, answers, passes } = asking();
  const waiting = [answers.get()];
  for (let count = 0; count < 100; count++) {
    passes(5_000);
    waiting.push(answers.get());
  }
  expect(asked).toHaveLength(1);
  asked[0]?.resolve("at last");
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(["at last"]));
});

test("a failure is told to all who ask within a second, and forgotten then", async () => {
  const { asked, answers, passes } = asking();
  const first = answers.get();
  asked[0]?.reject(new Error("no"));
  await expect(first).rejects.toThrow("no");
  await expect(answers.get()).rejects.toThrow("no");
  passes(1_000);
  const second = answers.get();
  asked[1]?.resolve("yes");
  expect(await second).toBe("yes");
});

test("what is forgotten is asked for again", async () => {
  const { asked, answers } = asking();
  void answers.get();
  answers.forget();
  const second = answers.get();
  asked[1]?.resolve("second");
  expect(await second).toBe("second");
});
