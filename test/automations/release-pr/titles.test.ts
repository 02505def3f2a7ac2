import { expect, test } from "vitest";
import { writesTitles } from "../../../src/automations/release-pr/body/titles.ts";

// docs.github.com, "Autolinked references and URLs" (fpt and ghec only); x-motemen/git-pr-release#65 #66 #78
test.each([
  ["https://github.com", false],
  ["https://octo.ghe.com", false],
  ["http://github.test", false],
  ["http://127.0.0.1:4000", false],
  ["http://localhost:4000", false],
  ["https://github.example.com", true],
  ["https://ghe.com.example.com", true],
])("titles beside references on %s: %s", (webUrl, titles) => {
  expect(writesTitles("auto", webUrl)).toBe(titles);
  expect(writesTitles("always", webUrl)).toBe(true);
  expect(writesTitles("never", webUrl)).toBe(false);
});
