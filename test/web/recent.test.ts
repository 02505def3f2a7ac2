import { expect, test } from "vitest";
import { recent } from "../../src/web/recent.ts";

/** Questions, and the test's answers. */
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

test("one answer is shared by all who ask within a second", async () => {
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

test("an unanswered question is not repeated", async () => {
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

test("a failure is shared by all who ask within a second, and then forgotten", async () => {
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

test("a forgotten answer is requested again", async () => {
  const { asked, answers } = asking();
  void answers.get();
  answers.forget();
  const second = answers.get();
  asked[1]?.resolve("second");
  expect(await second).toBe("second");
});
