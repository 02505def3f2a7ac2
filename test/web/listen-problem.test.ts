import { expect, test } from "vitest";
import { listenProblem } from "../../src/web/listen-problem.ts";

test.each([
  ["EADDRINUSE", "Port 80 is in use"],
  ["EACCES", "Port 80 may not be opened by this user: set PORT to one from 1024 on."],
  ["EADDRNOTAVAIL", "HOST here is not an address of this machine"],
  ["ENOTFOUND", "HOST here is not an address of this machine"],
  ["EMFILE", "The server cannot listen on here:80 (EMFILE)."],
])("%s", (code, sentence) => {
  expect(listenProblem(Object.assign(new Error(code), { code }), 80, "here")).toContain(sentence);
});
