export declare const BANK: string;
export declare const CHAIN: string;
export declare const VICTIM: string;
