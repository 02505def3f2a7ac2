import { expect, test } from "vitest";
import { restOf } from "./github.ts";

test("relations over repositories are a gap that is told", async () => {
  const rest = restOf({
    app: { permissions: { metadata: "read", issues: "write" } },
    repos: [
      { name: "acme/shop", issues: [{ number: 4 }] },
      { name: "acme/docs", issues: [{ number: 1 }] },
    ],
  });
  const other = rest.state.repos.get("acme/docs")?.issues.get(1)?.id;
  const path = "/repos/acme/shop/issues/4/dependencies/blocked_by";
  await rest.raw(path, { method: "POST", body: JSON.stringify({ issue_id: other }) });
  expect(rest.unexpected).toEqual([expect.stringContaining("another repository")]);
});
