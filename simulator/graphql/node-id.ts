/** What GitHub puts before the id of each type. */
const PREFIXES = {
  Blob: "B",
  Bot: "BOT",
  CheckRun: "CR",
  CheckSuite: "CS",
  Commit: "C",
  Deployment: "DE",
  DeploymentStatus: "DES",
  IssueComment: "IC",
  Issue: "I",
  Label: "LA",
  MergeQueue: "MQ",
  MergeQueueEntry: "MQE",
  Milestone: "MI",
  Organization: "O",
  PullRequest: "PR",
  PullRequestReview: "PRR",
  ProjectV2: "PVT",
  ProjectV2Field: "PVTF",
  ProjectV2Item: "PVTI",
  ProjectV2SingleSelectField: "PVTSSF",
  Ref: "REF",
  Release: "RE",
  Repository: "R",
  ReviewRequest: "RR",
  ReadyForReviewEvent: "RFRE",
  Status: "ST",
  StatusCheckRollup: "SCR",
  StatusContext: "SC",
  Tag: "TA",
  Team: "TEAM",
  Tree: "T",
  User: "U",
  Workflow: "W",
  WorkflowRun: "WFR",
  UserContentEdit: "UCE",
} as const;

export type NodeType = keyof typeof PREFIXES;
const TYPES = new Map(Object.entries(PREFIXES).map(([type, prefix]) => [prefix as string, type as NodeType]));

/** A stable global id, `PR_…`, that says what it stands for: type and the keys to find it by, the repository's id first. */
export function nodeId(type: NodeType, ...keys: (string | number)[]): string {
  return `${PREFIXES[type]}_${Buffer.from(keys.join(":")).toString("base64url")}`;
}

/** What an id stands for; null if the simulator never issued it. The last key may contain colons. */
export function readNodeId(id: string): { type: NodeType; keys: string[] } | null {
  const cut = id.indexOf("_");
  const type = TYPES.get(id.slice(0, cut));
  if (cut < 0 || type === undefined) return null;
  return {
    type,
    keys: Buffer.from(id.slice(cut + 1), "base64url")
      .toString("utf8")
      .split(":"),
  };
}
