import { changesPage } from "./changes-page.ts";
import { branchesPage, commitsPage } from "./commits-page.ts";
import type { HistoryCursor } from "./cursor.ts";
import { deploymentsPage } from "./deployments-page.ts";
import { incidentsPage } from "./incidents-page.ts";
import type { HistoryPage, HistoryPlace } from "./page.ts";

/** The page that is due; null: all is read. */
export async function readPage(place: HistoryPlace, cursor: HistoryCursor): Promise<HistoryPage | null> {
  const [task] = cursor.todo;
  switch (task?.list) {
    case "deployments":
      return deploymentsPage(place, cursor, task.until);
    case "incidents":
      return incidentsPage(place, cursor, task);
    case "changes":
      return changesPage(place, cursor, task.until);
    case "commits":
      return commitsPage(place, cursor, task);
    case "branches":
      return branchesPage(place, cursor, task.until);
    case undefined:
      return null;
  }
}
