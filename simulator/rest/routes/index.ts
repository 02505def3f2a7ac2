import type { Handlers, RepoHandlers } from "../context.ts";
import { accountRoutes } from "./accounts.ts";
import { actionsRoutes } from "./actions.ts";
import { checkRoutes } from "./checks.ts";
import { commitRoutes } from "./commits.ts";
import { compareRoutes } from "./compare.ts";
import { contentWriteRoutes } from "./content-writes.ts";
import { contentRoutes } from "./contents.ts";
import { issuePartRoutes } from "./issue-parts.ts";
import { issueRoutes } from "./issues.ts";
import { labelRoutes } from "./labels.ts";
import { metaRoutes } from "./meta.ts";
import { milestoneRoutes } from "./milestones.ts";
import { projectRoutes } from "./projects.ts";
import { pullPartRoutes } from "./pull-parts.ts";
import { pullRoutes } from "./pulls.ts";
import { refRoutes } from "./refs.ts";
import { relationRoutes } from "./relations.ts";
import { releaseRoutes } from "./releases.ts";
import { repositoryRoutes } from "./repositories.ts";
import { searchRoutes } from "./search.ts";

/** Operations about one repository. */
export const repoHandlers: RepoHandlers = {
  ...repositoryRoutes,
  ...refRoutes,
  ...commitRoutes,
  ...compareRoutes,
  ...contentRoutes,
  ...contentWriteRoutes,
  ...pullRoutes,
  ...pullPartRoutes,
  ...issueRoutes,
  ...issuePartRoutes,
  ...relationRoutes,
  ...labelRoutes,
  ...milestoneRoutes,
  ...checkRoutes,
  ...releaseRoutes,
  ...actionsRoutes,
};

/** All the others; those about Apps and installations are the platform's. */
export const handlers: Handlers = { ...accountRoutes, ...projectRoutes, ...searchRoutes, ...metaRoutes };
