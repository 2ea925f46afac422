/** Placeholder until the theme lands. */
export interface Theme { readonly mode: "light" | "dark" }
