// The data of a screen: loading, there, or a problem. What was there stays while the next is asked
// for, so that nothing flickers.
import { get, Problem, sessions } from "./api";

export class Loaded<T> {
  value = $state.raw<T | undefined>();
  problem = $state.raw<Problem | undefined>();
  isLoading = $state(true);
  /** Under one second nothing is shown; after that the form of what comes. */
  isSlow = $state(false);
  #address = "";
  #asked: AbortController | undefined;

  /** Asks for an address; an answer to an earlier question is dropped. */
  ask(address: string): void {
    this.#address = address;
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    this.isLoading = true;
    this.isSlow = false;
    const slow = setTimeout(() => (this.isSlow = true), SLOW_MS);
    get<T>(address, asked.signal)
      .then((value) => {
        if (asked.signal.aborted) return;
        this.value = value;
        this.problem = undefined;
      })
      .catch((error: unknown) => {
        if (asked.signal.aborted) return;
        // Whoever signs in again finds the screen as it would have been.
        if (error instanceof Problem && error.isSignedOut) {
          sessions.addEventListener("begun", () => asked.signal.aborted || this.again(), { once: true });
          return;
        }
        this.problem =
          error instanceof Problem
            ? error
            : new Problem({ title: String(error), detail: "", code: "broken", status: -1 });
      })
      .finally(() => {
        clearTimeout(slow);
        if (!asked.signal.aborted) this.isLoading = this.isSlow = false;
      });
  }

  again(): void {
    this.ask(this.#address);
  }

  forget(): void {
    this.value = undefined;
    this.problem = undefined;
  }

  stop(): void {
    this.#asked?.abort();
  }
}

const SLOW_MS = 400;
