import type { Page } from "@playwright/test";

export function passwordOf(name: string): string;
export function codeOf(name: string, ahead?: number): string;
export function signIn(page: Page, name: string, ahead?: number): Promise<void>;
