export function reports(): string;
