/** The stages of dense algebra; the pool knows them by these numbers, of its second family. */
export const SOLVE: u32 = 16,
  SUBTRACT: u32 = 17,
  MULTIPLY: u32 = 18,
  ROTATE: u32 = 19,
  UPDATE: u32 = 20,
  REFLECT: u32 = 21;
