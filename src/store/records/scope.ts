/** Whose records. */
export interface RecordScope {
  readonly installationId: number;
  readonly repositoryId: number;
}
