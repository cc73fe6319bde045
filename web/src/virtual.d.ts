declare module "virtual:messages/*" {
  const text: string;
  export default text;
  /** Names of countries, by ISO 3166-1 code, where browsers have none in the language. */
  export const countries: Record<string, string>;
}
