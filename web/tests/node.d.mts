export class OwnNode {
  at: string;
  folder?: string;
  made?: string;
  static of(folder: string, key: string): Promise<OwnNode>;
  static empty(): Promise<OwnNode>;
  run(...words: string[]): Record<string, unknown>[];
  crowd(count: number): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
}
