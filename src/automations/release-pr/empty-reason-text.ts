/** For the terminal of whoever runs `detoil preview`. */
export const emptyReasonText = {
  unchecked: (repo: string, people: readonly string[]) =>
    `This token may not ask who may write to ${repo} (that takes push access), so what ${people.join(", ")} did counts as if they may.`,
};
