/** What the node writes in place of a covered value. */
export const MASK = "▇▇▇";
