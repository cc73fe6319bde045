// Searches are kept by the node under an id: the text never stands in an address.
import { get, send } from "./api";
import { go, place } from "./place.svelte";

export interface KeptSearch {
  id: string;
  text: string;
  name: string | null;
  filters: string;
  used: string;
}

/** Where this tab remembers its last list: an id and filters, never a text. */
const LIST = "liaison-list";

function lastList(): string {
  try {
    return sessionStorage.getItem(LIST) ?? "/search";
  } catch {
    return "/search";
  }
}

class Searches {
  /** The address of the list that the officer saw last in this tab. */
  list = $state(lastList());
  /** What stands in the field. */
  text = $state("");
  /** The search that the screen shows; empty when it lists everything. */
  id = $state("");
  /** Rises when the text of the same search changed, so that the screen asks again. */
  turn = $state(0);
  kept = $state.raw<KeptSearch[]>([]);
  #queue: Promise<void> = Promise.resolve();

  get saved(): KeptSearch[] {
    return this.kept.filter((one) => one.name !== null);
  }

  /** Remembers the list that stands on the screen. */
  stand(address: string): void {
    this.list = address;
    try {
      sessionStorage.setItem(LIST, address);
    } catch {
      // It is remembered until the page is left.
    }
  }

  async load(): Promise<void> {
    try {
      this.kept = (await get<{ results: KeptSearch[] }>("/api/searches")).results;
    } catch {
      // The list is a convenience: without it the field still searches.
    }
  }

  /** Searches for what stands in the field: the first key makes a search, later ones change it. */
  type(again = false): Promise<void> {
    this.#queue = this.#queue.then(() => this.#type(again)).catch(() => undefined);
    return this.#queue;
  }

  async #type(again: boolean): Promise<void> {
    const text = this.text.trim();
    const isHere = place().path.startsWith("/search");
    if (text === "") {
      this.id = "";
      if (isHere) go("/search", "replace");
      return;
    }
    if (isHere && this.id && !this.#isSaved(this.id)) {
      await send("PUT", `/api/searches/${this.id}`, { text });
      this.turn++;
      return;
    }
    if (isHere || again || text) await this.begin(text);
  }

  #isSaved(id: string): boolean {
    return this.kept.some((one) => one.id === id && one.name !== null);
  }

  /** Begins another search. */
  async begin(text: string): Promise<void> {
    const { id } = await send<{ id: string }>("POST", "/api/searches", { text });
    this.text = text;
    this.id = id;
    const query = place().path.startsWith("/search") ? location.search : "";
    const kept = new URLSearchParams(query);
    kept.delete("offset");
    const asked = kept.toString();
    go(`/search/${id}${asked ? "?" + asked : ""}`);
  }
}

export const searches = new Searches();
