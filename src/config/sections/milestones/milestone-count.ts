/** Open milestones that `match` names. */
export interface MilestoneCount {
  /** Those that get tasks. */
  readonly open: number;
  /** Overdue by more than 30 days: ignored unless they already have tasks. */
  readonly longOverdue: number;
}
