import { Octokit } from "@octokit/core";
import { expect, test } from "vitest";
import { githubRequest } from "../../src/github/github-fetch.ts";

const TEXT = `{"small": 7, "long": 9007199254740993, "short": -9007199254740991, "float": 1.5e300, "text": "9007199254740993", "none": null}`;

test.each([TEXT, "[]", '"a word"', "null", ""])(
  "a success arrives as Octokit itself would have read it: %s",
  async (text) => {
    const fetch = async () => new Response(text, { headers: { "content-type": "application/json; charset=utf-8" } });
    const own = await new Octokit({ request: { fetch } }).request("GET /x");
    const read = await new Octokit({ request: githubRequest({ fetch }) }).request("GET /x");
    expect(read.data).toEqual(own.data);
    expect(read.headers).toEqual(own.headers);
  },
);
