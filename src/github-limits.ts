/**
 * What GitHub takes, each with its source. Where it takes less than is offered it refuses the whole request with 422, or
 * drops the rest without a word.
 */

/** Characters in the body of an issue, pull request or comment: 422 "body is too long (maximum is 65536 characters)". */
export const LONGEST_BODY = 65_536;

/** Characters in the title of an issue or pull request: 422 "title is too long (maximum is 256 characters)". */
export const LONGEST_TITLE = 256;

/** Characters in a milestone's title: 422 "title is too long (maximum is 255 characters)". */
export const LONGEST_MILESTONE_TITLE = 255;

/** Characters in a label's name: 422 "name is too long (maximum is 50 characters)", for the whole issue that names it. */
export const LONGEST_LABEL = 50;

/** People on one issue or pull request; the rest is dropped (docs.github.com, "Assigning issues and pull requests to other users"). */
export const MOST_ASSIGNEES = 10;

/** Requested reviewers of one pull request: 422 for all of a request that goes beyond. */
export const MOST_REVIEWERS = 15;

/** Issues below one parent (docs.github.com, "Adding sub-issues"). */
export const MOST_SUB_ISSUES = 100;

/** Annotations in one request (REST, "Update a check run"); further requests add more. */
export const ANNOTATIONS_A_REQUEST = 50;

/** Entries on one page (REST, "Using pagination": `per_page`; GraphQL, "Node limit": `first`). */
export const A_PAGE = 100;
