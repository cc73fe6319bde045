import type { Plugin } from "vite";
export function onlyWeb(text: string): string;
export function messages(): Plugin;
