export type Desk = "kr" | "kh" | "th";

export class Three {
  static start(): Promise<Three>;
  folder: string;
  at: Record<Desk, string>;
  made: Record<Desk, string>;
  remove(): Promise<void>;
}
