import { expect, test } from "vitest";
import { type CommentObservations, observedComment, readAwaited } from "../../src/commands/awaited.ts";
import type { CommentFacts } from "../../src/commands/pending.ts";
import type { GitHub } from "../../src/github/client.ts";
import { NotFound, NotVisibleYet } from "../../src/github/errors.ts";

const repository = { owner: "acme", name: "shop" };
const at = "2026-11-20T01:00:00Z";

function listed(id: number): CommentFacts {
  const author = { login: "alice", bot: false };
  return { id, author, body: "/sre take", createdAt: new Date(at), edited: false, receipted: false, refused: false };
}

/** A GitHub with these comments; `requests` says which were read by their id. */
function github(there: readonly number[]): { readonly github: GitHub; readonly requests: number[] } {
  const requests: number[] = [];
  const rest = async (_route: string, { comment_id }: { readonly comment_id: number }) => {
    requests.push(comment_id);
    if (!there.includes(comment_id)) throw new NotFound("GET comment", 404, "Not Found");
    return {
      data: { id: comment_id, user: { login: "bo", type: "User" }, body: "/sre take", created_at: at, updated_at: at },
    };
  };
  return { github: { rest } as unknown as GitHub, requests };
}

function memory(observed: Readonly<Record<string, number>>, created: readonly string[] = []): CommentObservations {
  return {
    observed: async () => Object.entries(observed).map(([key, ageSeconds]) => ({ key, ageSeconds })),
    created: async (prefix) =>
      created.filter((identity) => identity.startsWith(prefix)).map((identity) => ({ identity })),
  };
}

const ids = (comments: readonly CommentFacts[]) => comments.map(({ id }) => id);

// dt-mergebot#43, palantir/policy-bot#47: a list lags behind the webhook of a comment.
test("a comment that the list does not show yet is read by its id", async () => {
  const { github: client, requests } = github([5, 6]);
  const awaited = await readAwaited(
    client,
    repository,
    memory({ [observedComment(1, 5)]: 1, [observedComment(2, 6)]: 1 }),
  );
  const comments = await awaited.complete(1, [listed(4), listed(9)]);
  expect(ids(comments)).toEqual([4, 5, 9]);
  expect(comments[1]).toMatchObject({ author: { login: "bo", bot: false }, body: "/sre take", edited: false });
  expect(requests).toEqual([5]);
});

test("an answered comment stays answered, whatever the list shows", async () => {
  const told = { [observedComment(1, 4)]: 60, [observedComment(1, 5)]: 60, [observedComment(1, 6)]: 60 };
  const { github: client, requests } = github([]);
  const awaited = await readAwaited(
    client,
    repository,
    memory(told, ["reply/4", "reaction/5/confused", "reaction/6/eyes"]),
  );
  // 👀 alone is not an answer.
  expect(ids(await awaited.complete(1, [listed(4), listed(6)]))).toEqual([6]);
  expect(requests).toEqual([]);
});

test.each([
  [0.5, 1.5],
  [2.1, 4.9],
  [7.5, 14.5],
])("%s seconds after its webhook, a comment that cannot be read is requested again in %s", async (age, seconds) => {
  const awaited = await readAwaited(github([]).github, repository, memory({ [observedComment(1, 5)]: age }));
  const error = await awaited.complete(1, []).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(NotVisibleYet);
  expect((error as NotVisibleYet).seconds).toBeCloseTo(seconds);
});

test("after that it was deleted, and a day later it is not read any more", async () => {
  const { github: client, requests } = github([]);
  const told = { [observedComment(1, 5)]: 23, [observedComment(1, 6)]: 86_401 };
  const awaited = await readAwaited(client, repository, memory(told));
  expect(await awaited.complete(1, [])).toEqual([]);
  expect(requests).toEqual([5]);
});

test("a conversation without webhooks costs no request", async () => {
  const { github: client, requests } = github([]);
  const awaited = await readAwaited(client, repository, memory({}));
  expect(ids(await awaited.complete(1, [listed(4)]))).toEqual([4]);
  expect(requests).toEqual([]);
});
