import type { milestonePageResult } from "./milestone-page.generated.ts";

type Page = NonNullable<NonNullable<milestonePageResult["repository"]>["milestone"]>["issues"];

/** An issue as the documents here select it. */
export type IssueNode = NonNullable<NonNullable<Page["nodes"]>[number]>;
