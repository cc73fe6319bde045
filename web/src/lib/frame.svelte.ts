// What a screen tells the frame around it.
import { getContext, setContext } from "svelte";
import { strictest, type Handling, type Session } from "./shapes";

export class FrameState {
  session = $state.raw<Session>()!;
  /** The strictest handling of what the screen shows; null where nothing is marked, undefined while
   * nobody knows yet. */
  handling = $state.raw<Handling | null | undefined>(undefined);
  /** How many items that is said of. */
  items = $state(0);
  /** Said politely to screen readers. */
  said = $state("");
  /** At the end of the strip of keys. */
  note = $state("");
  /** Imports under way. */
  jobs = $state(0);

  constructor(session: Session) {
    this.session = session;
  }

  /** Tells the handling of everything that a screen shows; undefined before it is known. */
  show(all: (Handling | null | undefined)[] | undefined, items: number): void {
    this.handling = all && strictest(all);
    this.items = items;
  }

  may(act: string): boolean {
    return this.session.may.includes(act);
  }

  /** Says something to a screen reader, the same words twice, too. */
  say(text: string): void {
    this.said = "";
    queueMicrotask(() => (this.said = text));
  }
}

const KEY = Symbol("frame");

export function provide(state: FrameState): FrameState {
  return setContext(KEY, state);
}

export function frame(): FrameState {
  return getContext<FrameState>(KEY);
}
