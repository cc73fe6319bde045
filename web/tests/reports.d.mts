export function table(): string[][];
export function workbook(): Buffer;
