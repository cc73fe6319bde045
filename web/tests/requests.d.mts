import type { OwnNode } from "./node.mjs";

export class Peer {
  constructor(node: OwnNode);
  run(...words: string[]): Record<string, unknown>[];
  carry(): void;
  ask(kind: string, urgency: string, about: string, question: string): string;
}
