import type { Page } from "@playwright/test";

export function passwordOf(name: string): string;
export function codeOf(name: string): string;
export function signIn(page: Page, name: string): Promise<void>;
