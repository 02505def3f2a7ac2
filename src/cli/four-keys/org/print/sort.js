// Makes the headings of a table buttons that sort its rows. Rows without a value stay last, and rows with the same one keep
// their order, so that a second column sorts within the first.
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const [body] = table.tBodies;
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const value = (row) => row.cells[column].dataset.value;
      const rows = [...body.rows];
      const isText = rows.some((row) => Number.isNaN(Number(value(row) ?? 0)));
      // Names from A on; of numbers the largest first.
      const other = heading.ariaSort === "ascending" ? "descending" : "ascending";
      const order = heading.ariaSort === null ? (isText ? "ascending" : "descending") : other;
      const sign = order === "ascending" ? 1 : -1;
      const compare = (a, b) => (isText ? a.localeCompare(b) : a - b) * sign;
      const known = rows.filter((row) => value(row) !== undefined);
      known.sort((a, b) => compare(value(a), value(b)));
      body.append(...known, ...rows.filter((row) => value(row) === undefined));
      for (const each of headings) each.ariaSort = null;
      heading.ariaSort = order;
    });
  });
}
