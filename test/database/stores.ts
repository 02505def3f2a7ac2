import { openStore, type StoreOptions } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";

/** Opens stores on one database and knows which are still open. */
export function openStores(options: StoreOptions): { open(): Promise<Store>; close(): Promise<void> } {
  const stores = new Set<Store>();
  return {
    async open() {
      const store = await openStore(options);
      const tracked: Store = {
        ...store,
        async close() {
          stores.delete(tracked);
          await store.close();
        },
      };
      stores.add(tracked);
      return tracked;
    },
    async close() {
      for (const store of [...stores]) await store.close();
    },
  };
}
