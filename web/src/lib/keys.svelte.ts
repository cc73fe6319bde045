// Keys of the screen that is open. Single letters can be switched off (WCAG 2.1.4) and never act
// in a field.
import { untrack } from "svelte";

export interface Binding {
  /** As `KeyboardEvent.key` has it; two with a space between are pressed one after the other. */
  keys: string[];
  /** Key of the sentence that says what it does. */
  says: string;
  run: (event: KeyboardEvent) => void;
  /** Stands in the strip below the screen. */
  shown?: boolean;
}

let layers = $state.raw<{ id: number; bindings: Binding[] }[]>([]);
let count = 0;
let singles = $state(true);
try {
  singles = localStorage.getItem("liaison-single-keys") !== "off";
} catch {
  singles = true;
}

export function areSinglesOn(): boolean {
  return singles;
}

export function setSingles(on: boolean): void {
  singles = on;
  try {
    localStorage.setItem("liaison-single-keys", on ? "on" : "off");
  } catch {
    // It holds until the page is left.
  }
}

/** Binds keys as long as the component that calls lives. To be called inside `$effect`. */
export function bind(bindings: Binding[]): () => void {
  const id = ++count;
  untrack(() => (layers = [...layers, { id, bindings }]));
  return () => {
    untrack(() => (layers = layers.filter((layer) => layer.id !== id)));
  };
}

/** Every binding that acts now, the screen's own first. */
export function bindings(): Binding[] {
  return [...layers].reverse().flatMap((layer) => layer.bindings);
}

export function shownKey(key: string): string {
  const names: Record<string, string> = {
    " ": "Space",
    ArrowUp: "↑",
    ArrowDown: "↓",
    ArrowLeft: "←",
    ArrowRight: "→",
    Escape: "Esc",
  };
  return names[key] ?? key;
}

let first = "";
let firstAt = 0;

function isField(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return !!element?.closest?.("input, textarea, select, [contenteditable]");
}

export function press(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented) return;
  const withControl = event.ctrlKey || event.metaKey;
  const key = withControl ? `Ctrl-${event.key.toLowerCase()}` : event.key;
  const isSingle = !withControl && event.key.length === 1;
  if (event.altKey) return;
  if (isField(event.target) && key !== "Escape" && !withControl) return;
  if (isSingle && event.key !== " " && !singles) return;
  // Enter and Space on a control are the control's own.
  const onControl = !!(event.target as HTMLElement | null)?.closest?.("button, a[href], summary, [role=tab]");
  if (onControl && (key === "Enter" || key === " ")) return;
  const inDialog = document.querySelector("dialog[open]");
  if (inDialog && key !== "Escape") return;
  const pair = Date.now() - firstAt < PAIR_MS ? `${first} ${key}` : "";
  const all = bindings();
  const found = all.find((one) => pair && one.keys.includes(pair)) ?? all.find((one) => one.keys.includes(key));
  first = key;
  firstAt = Date.now();
  if (!found || (inDialog && key === "Escape")) return;
  event.preventDefault();
  first = "";
  found.run(event);
}

/** How soon the second key of a pair must follow. */
const PAIR_MS = 1200;
