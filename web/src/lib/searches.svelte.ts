// Searches are kept by the node under an id: the text never stands in an address.
import { get, Problem, send } from "./api";
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
  /** The text that was asked for last. */
  asked = "";
  /** What went wrong while typing. */
  problem = $state.raw<Problem>();
  /** The search that is still being typed. */
  #draft = "";
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

  /** A search that is forgotten is no list to go back to. */
  drop(id: string): void {
    if (this.list.split("?")[0] === `/search/${id}`) this.stand("/search");
  }

  async load(): Promise<void> {
    try {
      this.kept = (await get<{ results: KeptSearch[] }>("/api/searches")).results;
    } catch {
      // The list is a convenience: without it the field still searches.
    }
  }

  /** Searches for what stands in the field: the first key makes a search, the next ones change it,
   * until the field is left. From then on its address means what it meant. */
  type(): Promise<void> {
    this.#queue = this.#queue
      .then(() => this.#type())
      .then(() => (this.problem = undefined))
      .catch((error: unknown) => {
        this.problem = error instanceof Problem ? error : undefined;
      })
      .then(() => undefined);
    return this.#queue;
  }

  async #type(): Promise<void> {
    const text = this.text.trim();
    const isHere = place().path.startsWith("/search");
    if (text === "") {
      const isTyping = this.#draft === this.id;
      this.asked = "";
      this.#draft = "";
      if (isHere && this.id) go("/search", isTyping ? "replace" : "push");
    } else if (isHere && this.id && this.#draft === this.id) {
      await send("PUT", `/api/searches/${this.id}`, { text });
      this.asked = text;
      this.turn++;
    } else await this.begin(text);
  }

  /** The field is left: what is typed next is another search. */
  settle(): void {
    void this.#queue.then(() => (this.#draft = ""));
  }

  /** Searches for a text that is not typed into the field. */
  async ask(text: string): Promise<void> {
    this.text = text;
    this.settle();
    await this.type();
    this.settle();
  }

  /** Begins another search. */
  private async begin(text: string): Promise<void> {
    const { id } = await send<{ id: string }>("POST", "/api/searches", { text });
    this.asked = text;
    this.id = id;
    this.#draft = id;
    const query = place().path.startsWith("/search") ? location.search : "";
    const kept = new URLSearchParams(query);
    kept.delete("offset");
    const asked = kept.toString();
    go(`/search/${id}${asked ? "?" + asked : ""}`);
  }
}

export const searches = new Searches();
