/** For the terminal of whoever runs `detoil preview`. */
export const emptyReasonText = {
  noStore: "The table is made of what the server has recorded in each repository; a preview has none of it.",
};
