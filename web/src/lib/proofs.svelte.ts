// Proofs of statements, asked for and handed to the officer as files.
import { Problem, send } from "./api";

export class Proofs {
  /** Why the last one was refused. */
  problem = $state.raw<Problem>();
  readonly #purpose: () => string | null;
  readonly #done: () => void;

  /** Of an uncovered record a proof is asked for with the purpose of the look. */
  constructor(purpose: () => string | null, done: () => void) {
    this.#purpose = purpose;
    this.#done = done;
  }

  async get(statement: string): Promise<void> {
    this.problem = undefined;
    const purpose = this.#purpose();
    try {
      const found = await send<unknown>("POST", `/api/statements/${statement}/proof`, purpose ? { purpose } : {});
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify(found, null, 2)], { type: "application/json" }));
      link.download = `proof-${statement}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
      this.#done();
    } catch (error) {
      this.problem = error instanceof Problem ? error : undefined;
    }
  }
}
