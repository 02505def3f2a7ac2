/** A repository, as GraphQL's documents name it. */
export interface RepoRef {
  readonly owner: string;
  readonly name: string;
}
