// Asking the node. Every failure is a `Problem` with a sentence that can be shown.
import { language } from "./words.svelte";

export interface ProblemDocument {
  title: string;
  detail: string;
  code: string;
  status: number;
  hint?: string;
}

/** What went wrong, in words. `unreachable` has no document: the node did not answer. */
export class Problem extends Error {
  constructor(readonly document: ProblemDocument) {
    super(document.title);
  }
  get isUnreachable(): boolean {
    return this.document.status === 0;
  }
  get isSignedOut(): boolean {
    return this.document.status === 401;
  }
  get isMissing(): boolean {
    return this.document.status === 404;
  }
}

/** Hears when the node says that nobody is signed in any more (`ended`), and when somebody is
 * again (`begun`). */
export const sessions = new EventTarget();

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: "same-origin", cache: "no-store", ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Problem({ title: "", detail: "", code: "unreachable", status: 0 });
  }
  if (!response.ok) {
    const problem = new Problem(await documentOf(response));
    if (path !== "/api/session") tell(problem);
    throw problem;
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}

function tell(problem: Problem): void {
  if (problem.isSignedOut) sessions.dispatchEvent(new Event("ended"));
}

async function documentOf(response: Response): Promise<ProblemDocument> {
  const known = { title: response.statusText, detail: "", code: String(response.status), status: response.status };
  try {
    return { ...known, ...((await response.json()) as Partial<ProblemDocument>) };
  } catch {
    return known;
  }
}

export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return ask<T>(path, { headers: { "Accept-Language": language() }, signal: signal ?? null });
}

/** Changes something. Nothing else in the workbench does. */
export function send<T>(
  method: "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const headers: Record<string, string> = { "Accept-Language": language(), "X-Liaison": "1" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const text = body === undefined ? null : JSON.stringify(body);
  return ask<T>(path, { method, headers, body: text, signal: signal ?? null });
}

/** Sends a file as it is, and tells how far it is. */
export function upload<T>(path: string, file: File, told: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("Accept-Language", language());
    request.setRequestHeader("X-Liaison", "1");
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => event.lengthComputable && told(event.loaded / event.total);
    request.onerror = () => reject(new Problem({ title: "", detail: "", code: "unreachable", status: 0 }));
    request.onload = () => {
      let answer: unknown;
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        answer = {};
      }
      if (request.status < 300) return resolve(answer as T);
      const known = { title: request.statusText, detail: "", code: String(request.status), status: request.status };
      const problem = new Problem({ ...known, ...(answer as Partial<ProblemDocument>) });
      tell(problem);
      return reject(problem);
    };
    request.send(file);
  });
}
