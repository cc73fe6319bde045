// The form of what the node answers; the API document says what each part means.

export * from "./records";
export * from "./situation";
export * from "./reports";
export * from "./requests";
export * from "./exchange";
export * from "./adverts";
export * from "./cases";
export * from "./places";
export * from "./money";
export * from "./links";
