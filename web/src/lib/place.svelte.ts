// Where the officer is: the address is the state of a screen, and holds no name of anybody.

function read(): { path: string; query: URLSearchParams } {
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

let here = $state.raw(read());

export function place(): { path: string; query: URLSearchParams } {
  return here;
}

/** Goes to another address of the workbench. */
export function go(address: string, how: "push" | "replace" = "push"): void {
  if (how === "push") history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  const before = here.path;
  here = read();
  if (how === "push" && before !== here.path) document.querySelector("main")?.scrollTo(0, 0);
}

/** An address with the moment that the officer asks about. */
export function asKnown(address: string): string {
  const known = here.query.get("known_on");
  return known ? `${address}${address.includes("?") ? "&" : "?"}known_on=${encodeURIComponent(known)}` : address;
}

/** The address of a record. */
export function recordAt(id: string): string {
  return asKnown(`/records/${encodeURIComponent(id)}`);
}

/** The same screen with other parameters; empty ones are left out. */
export function adjust(changes: Record<string, string | string[] | null>, how: "push" | "replace" = "replace"): void {
  const query = new URLSearchParams(here.query);
  for (const [name, value] of Object.entries(changes)) {
    query.delete(name);
    for (const one of Array.isArray(value) ? value : value ? [value] : []) query.append(name, one);
  }
  const text = query.toString();
  go(here.path + (text ? `?${text}` : ""), how);
}

export function start(): void {
  addEventListener("popstate", () => (here = read()));
  addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("a[href]") as HTMLAnchorElement | null;
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute("download")) return;
    if (link.origin !== location.origin || /^\/(api|assets)\b|\.[a-z]+$/.test(link.pathname)) return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
}
