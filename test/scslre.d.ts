/** The part of scslre that test/architecture/patterns.test.ts uses. */
declare module "scslre" {
  export function analyse(literal: { readonly source: string; readonly flags: string }): {
    readonly reports: readonly { readonly type: string; readonly exponential: boolean }[];
  };
}
