import type { SimEvent } from "../../events.ts";
import { renderRepo } from "../../rest/render/repo.ts";
import { renderUser } from "../../rest/render/user.ts";
import type { Rendered, View } from "../../rest/render/view.ts";
import type { SimInstallation, SimRepo } from "../../state.ts";
import { installationOn, isInstalledOn } from "../actor.ts";
import { renderInstallation } from "../app/render.ts";
import type { Platform } from "../platform.ts";
import { viewOf } from "../view.ts";
import type { Webhook } from "./delivery.ts";
import { organization, payloadOf } from "./payload.ts";

/** The permission that GitHub requires for an event, if its name differs from the event's. */
const RESOURCES: Readonly<Record<string, string>> = {
  check_run: "checks",
  check_suite: "checks",
  create: "contents",
  delete: "contents",
  deployment: "deployments",
  deployment_status: "deployments",
  issue_comment: "issues",
  issues: "issues",
  label: "issues",
  merge_group: "merge_queues",
  milestone: "issues",
  organization: "members",
  projects_v2_item: "organization_projects",
  pull_request: "pull_requests",
  pull_request_review: "pull_requests",
  push: "contents",
  release: "contents",
  status: "statuses",
};

/** Whether GitHub would send this event to the installation: it subscribes, has the permission and is not suspended. */
function hears(platform: Platform, installation: SimInstallation, event: string): boolean {
  const resource = RESOURCES[event];
  const mayRead = resource === undefined || installation.permissions[resource] !== undefined;
  // A comment on a pull request is also sent to Apps that may read pull requests.
  const mayReadPulls = event === "issue_comment" && installation.permissions.pull_requests !== undefined;
  return platform.state.app.events.includes(event) && (mayRead || mayReadPulls) && !installation.suspended;
}

/** Renders the events of one action and sends them to the App, if it is installed and subscribes. */
export function announce(platform: Platform, events: readonly SimEvent[]): void {
  const view = viewOf(platform);
  const webhooks = events.flatMap((event): Webhook[] => {
    const repo = platform.state.repos.get(event.repo);
    const installation = repo === undefined ? null : installationOn(platform.state, repo);
    if (repo === undefined || installation === null || !hears(platform, installation, event.event)) return [];
    const payload = payloadOf(view, event, repo, installation);
    if (payload === null) {
      platform.unexpected.push(`no payload is simulated for the event ${event.event}: add it in webhooks/payload.ts`);
      return [];
    }
    return [
      {
        guid: platform.webhooks.nextGuid(),
        event: event.event,
        action: event.action,
        installationId: installation.id,
        repositoryId: repo.id,
        body: JSON.stringify(payload),
      },
    ];
  });
  platform.webhooks.sendAll(webhooks);
}

/** Reports changes of its own installation to the App: created, deleted, suspend, unsuspend, new_permissions_accepted. */
export function announceInstallation(
  platform: Platform,
  installation: SimInstallation,
  action: string,
  sender: string,
): void {
  const view = viewOf(platform);
  const repositories = [...platform.state.repos.values()]
    .filter((repo) => isInstalledOn(installation, repo))
    .map((repo) => inShort(view, repo));
  const payload = {
    action,
    installation: renderInstallation(view, installation),
    repositories,
    requester: null,
    sender: renderUser(view, sender),
  };
  platform.webhooks.sendAll([ofInstallation(platform, installation, "installation", payload)]);
}

/** Reports to the App that its owner chose one repository more, or one less. */
export function announceRepositories(
  platform: Platform,
  installation: SimInstallation,
  action: "added" | "removed",
  repo: SimRepo,
  sender: string,
): void {
  const view = viewOf(platform);
  const payload = {
    action,
    installation: renderInstallation(view, installation),
    repository_selection: "selected",
    repositories_added: action === "added" ? [inShort(view, repo)] : [],
    repositories_removed: action === "removed" ? [inShort(view, repo)] : [],
    requester: null,
    sender: renderUser(view, sender),
  };
  platform.webhooks.sendAll([ofInstallation(platform, installation, "installation_repositories", payload)]);
}

/** As events about an installation name its repositories. */
function inShort(view: View, repo: SimRepo): Rendered {
  const { id, node_id, name, full_name, private: hidden } = renderRepo(view, repo);
  return { id, node_id, name, full_name, private: hidden };
}

/** Reports the new name of an installation's account, in either event that the App subscribes to. */
export function announceRename(platform: Platform, installation: SimInstallation, from: string, sender: string): void {
  const view = viewOf(platform);
  const { account, id } = installation;
  const kind = view.state.users.get(account)?.type === "Organization" ? "Organization" : "User";
  const common = {
    action: "renamed",
    changes: { login: { from } },
    sender: renderUser(view, sender),
    installation: { id, node_id: `MDIzOkludGVncmF0aW9u${id}` },
  };
  const ofTarget = { ...common, account: renderUser(view, account), target_type: kind };
  const ofOrganization = { ...common, organization: organization(view, account) };
  const payloads = {
    installation_target: ofTarget,
    ...(kind === "Organization" ? { organization: ofOrganization } : {}),
  };
  const webhooks = Object.entries(payloads)
    .filter(([event]) => hears(platform, installation, event))
    .map(([event, payload]) => ofInstallation(platform, installation, event, payload));
  platform.webhooks.sendAll(webhooks);
}

function ofInstallation(
  platform: Platform,
  installation: SimInstallation,
  event: string,
  payload: { readonly action: string },
): Webhook {
  return {
    guid: platform.webhooks.nextGuid(),
    event,
    action: payload.action,
    installationId: installation.id,
    repositoryId: null,
    body: JSON.stringify(payload),
  };
}
