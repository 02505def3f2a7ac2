import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readHeldBack } from "../../../src/automations/renovate-cadence/reading/dashboard.ts";
import type { PullTexts } from "../../../src/automations/renovate-cadence/reading/pull-texts.ts";
import { readUpdate } from "../../../src/automations/renovate-cadence/reading/read-update.ts";
import { DEPENDABOT, pullTexts } from "./pull-texts.ts";

// Texts that the two bots really wrote, beside the checkout: they are nobody's to copy. Expected is what a person reads in them.

const SAMPLES = join(import.meta.dirname, "../../../../shared/samples");

/** `NAME FROM TO KIND` of each package. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "dependabot-commit-02-grouped-dev-deps.md": [
    "eslint 10.0.3 10.8.1 minor",
    "globals 17.4.0 17.11.0 minor",
    "jest 30.2.0 30.4.2 minor",
    "prettier 3.8.1 3.9.6 minor",
    "ts-jest 29.4.6 29.4.12 patch",
    "typescript-eslint 8.57.1 8.67.0 minor",
  ],
  "dependabot-commit-03-single-DiffPlex.md": ["DiffPlex 1.8.0 1.9.0 minor"],
  "dependabot-commit-05-grouped-actions-8.md": [
    "dorny/paths-filter 4.0.2 4.0.3 patch",
    "github/codeql-action/init 4.37.4 4.37.6 patch",
    "github/codeql-action/autobuild 4.37.4 4.37.6 patch",
    "github/codeql-action/analyze 4.37.4 4.37.6 patch",
    "docker/setup-buildx-action 3.12.0 4.2.0 major",
    "docker/build-push-action 6.18.0 7.3.0 major",
    "actions/attest-build-provenance 3.2.0 4.2.2 major",
    "github/codeql-action/upload-sarif 4.37.4 4.37.6 patch",
  ],
  "dependabot-commit-07-indirect-single-lodash.md": ["lodash 4.17.23 4.18.1 minor"],
  "dependabot-commit-09-multi-directory-group.md": [
    "zeitwerk 2.7.5 2.8.2 minor",
    "aws-sdk-codecommit 1.97.0 1.102.0 minor",
    "aws-sdk-ecr 1.126.0 1.131.0 minor",
    "commonmarker 2.8.2 2.9.0 minor",
    "excon 1.4.2 1.6.0 minor",
    "faraday 2.14.1 2.14.3 patch",
    "nokogiri 1.19.3 1.19.4 patch",
    "opentelemetry-api 1.9.0 1.11.0 minor",
    "opentelemetry-logs-api 0.3.0 0.4.1 minor",
    "opentelemetry-metrics-api 0.5.0 0.6.1 minor",
    "parser 3.3.11.1 3.3.12.0 patch",
    "psych 5.3.1 5.4.0 minor",
    "sorbet-runtime 0.6.13296 0.6.13371 patch",
    "opentelemetry-exporter-otlp 0.33.0 0.34.1 minor",
    "opentelemetry-exporter-otlp-logs 0.4.0 0.5.1 minor",
    "opentelemetry-exporter-otlp-metrics 0.8.0 0.10.0 minor",
    "opentelemetry-logs-sdk 0.5.1 0.6.1 minor",
    "opentelemetry-metrics-sdk 0.13.1 0.15.0 minor",
    "opentelemetry-sdk 1.11.0 1.13.0 minor",
    "sentry-opentelemetry 6.5.0 6.6.2 minor",
    "json 2.19.5 2.19.9 patch",
    "sentry-ruby 6.5.0 6.6.2 minor",
  ],
  "dependabot-commit-10-security-old-prefix.md": ["handlebars 4.0.12 4.1.0 minor"],
  "renovate-pr-07-grouped-major-github-actions-15579.md": [
    "CodSpeedHQ/action v4.18.2 v5.0.3 major",
    "actions/setup-go v6.5.0 v7.0.0 major",
    "actions/setup-go v6 v7.0.0 major",
    "actions/setup-node v6.4.0 v7.0.0 major",
    "actions/stale v10.3.0 v11.0.0 major",
    "streetsidesoftware/cspell-action v8.4.0 v9.0.1 major",
  ],
  "renovate-pr-08-grouped-github-actions-15576.md": [
    "actions/checkout v7.0.0 v7.0.1 patch",
    "docker/setup-buildx-action v4.2.0 v4.3.0 minor",
    "github/codeql-action v4.36.3 v4.37.8 minor",
    "lycheeverse/lychee-action v2.8.0 v2.9.0 minor",
    "open-telemetry/shared-workflows v0.7.0 v0.10.0 minor",
    "open-telemetry/shared-workflows v0.2.1 v0.10.0 minor",
    "open-telemetry/shared-workflows v0.6.0 v0.10.0 minor",
  ],
  "renovate-pr-09-single-major-15522.md": ["github.com/cenkalti/backoff/v6 v6.0.1 v7.0.0 major"],
  "renovate-pr-10-abandoned-title-15625.md": ["github.com/klauspost/compress v1.19.0 v1.19.1 patch"],
  "renovate-pr-11-digest-docker-19231.md": ["fedora af8cdc4 0c1f63e digest"],
};

const KINDS: Readonly<Record<string, string>> = {
  "dependabot-commit-02-grouped-dev-deps.md": "minor",
  "dependabot-commit-05-grouped-actions-8.md": "major",
  "dependabot-commit-09-multi-directory-group.md": "minor",
  "renovate-pr-07-grouped-major-github-actions-15579.md": "major",
  "renovate-pr-08-grouped-github-actions-15576.md": "minor",
};

const SCHEDULED = [
  "renovate/salsa-digest | Update salsa digest to ee70ab6",
  "renovate/mdformat-mkdocs-5.x | Update dependency mdformat-mkdocs to v5.1.3",
  "renovate/rust-wasm-bindgen-monorepo | Update rust-wasm-bindgen monorepo | js-sys, wasm-bindgen, wasm-bindgen-test",
  "renovate/taiki-e-install-action-2.x | Update taiki-e/install-action action to v2.66.4",
  "renovate/codspeedhq-action-4.x | Update CodSpeedHQ/action action to v4.7.0",
  "renovate/npm-development-dependencies | Update NPM Development dependencies | @cloudflare/workers-types, miniflare, prettier, typescript-eslint",
  "renovate/codspeed-criterion-compat-4.x-lockfile | Update Rust crate codspeed-criterion-compat to v4.2.1",
  "renovate/divan-4.x-lockfile | Update Rust crate divan to v4.2.1",
];

const PENDING = [
  "renovate/actions-cache-5.x | Update actions/cache action to v5.0.2",
  "renovate/cargo-bins-cargo-binstall-1.x | Update cargo-bins/cargo-binstall action to v1.16.7",
  "renovate/clearscreen-4.x-lockfile | Update Rust crate clearscreen to v4.0.3",
  "renovate/filetime-0.x-lockfile | Update Rust crate filetime to v0.2.27",
  "renovate/insta-1.x-lockfile | Update Rust crate insta to v1.46.1",
  "renovate/proc-macro2-1.x-lockfile | Update Rust crate proc-macro2 to v1.0.106",
  "renovate/thiserror-2.x-lockfile | Update Rust crate thiserror to v2.0.18",
  "renovate/actions-setup-node-6.x | Update actions/setup-node action to v6.2.0",
  "renovate/colored-3.x-lockfile | Update Rust crate colored to v3.1.1",
  "renovate/prek-dependencies | Update prek dependencies | astral-sh/ruff-pre-commit, black, crate-ci/typos, rbubley/mirrors-prettier, zizmorcore/zizmor-pre-commit",
];

const BLOCKED = [
  "renovate/actions-checkout-digest | Update actions/checkout digest to 0c366fd #22693",
  "renovate/lsp-types-digest | Update lsp-types digest to ddc7dc8 #20618",
  "renovate/mkdocs-llmstxt-0.x | Update dependency mkdocs-llmstxt to v0.5.0 #22524",
  "renovate/python-3.x | Update dependency python to 3.14 #21237",
  "renovate/imara-diff-0.x | Update Rust crate imara-diff to 0.2.0 #19039",
  "renovate/bincode-3.x | Update Rust crate bincode to v3 #22282",
];

const DASHBOARDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "renovate-dashboard-01-ruff-full-multisection.md": {
    "awaiting-schedule": SCHEDULED,
    "pending-checks": PENDING,
    "blocked-closed": BLOCKED,
  },
  "renovate-dashboard-04-ty.md": {
    "awaiting-schedule": [
      "renovate/prek-dependencies | Update prek dependencies | astral-sh/uv-pre-commit, mdformat-mkdocs",
    ],
    "pending-checks": ["renovate/actions-cache-5.x | Update actions/cache action to v5.0.2"],
  },
};

/** A sample as a pull request whose text it is; its author and commit stand above that of Dependabot. */
function pullOf(file: string): PullTexts {
  const [, ...lines] = readFileSync(join(SAMPLES, file), "utf8").split("\n");
  if (file.startsWith("renovate")) return pullTexts({ title: lines[0] ?? "", body: lines.slice(1).join("\n") });
  const message = lines.slice(4).join("\n");
  return pullTexts({ author: DEPENDABOT, branch: "bot/1", title: lines[4] ?? "", message });
}

test("what Renovate and Dependabot really wrote, where it exists", () => {
  if (!existsSync(SAMPLES)) {
    console.warn(`samples of the bots' texts not found beside this checkout: ${SAMPLES}`);
    return;
  }
  const files = readdirSync(SAMPLES).filter((file) => file !== "README.md");
  expect(files.sort()).toEqual([...Object.keys(PACKAGES), ...Object.keys(DASHBOARDS)].sort());
  for (const [file, packages] of Object.entries(PACKAGES)) {
    const update = readUpdate(pullOf(file), []);
    const shown = update?.packages.map(({ name, from, to, kind }) => `${name} ${from} ${to} ${kind}`);
    expect({ file, shown }).toEqual({ file, shown: packages });
    expect(update).toMatchObject({
      bot: file.startsWith("renovate") ? "renovate" : "dependabot",
      kind: KINDS[file] ?? packages[0]?.split(" ").at(-1),
      security: file.includes("security"),
      automerge: file.startsWith("renovate") ? false : null,
    });
  }
  for (const [file, expected] of Object.entries(DASHBOARDS)) {
    const shown = readHeldBack(readFileSync(join(SAMPLES, file), "utf8")).map(
      ({ section, branch, title, packages, number }) => {
        const rest = [title, ...(packages.length > 0 ? [packages.join(", ")] : [])].join(" | ");
        return [section, `${branch} | ${rest}${number === null ? "" : ` #${number}`}`] as const;
      },
    );
    const sections = Object.entries(Object.groupBy(shown, ([section]) => section));
    expect(Object.fromEntries(sections.map(([section, items]) => [section, items?.map(([, item]) => item)]))).toEqual(
      expected,
    );
  }
});
