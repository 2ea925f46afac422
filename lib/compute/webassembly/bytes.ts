/**
 * The module of lib/compute/assembly in base64. `scripts/assembly.mjs` writes it over this file in the build; a build
 * without it has the
 * TypeScript twins only, with the same bits.
 */
export const bytes: string = "";
