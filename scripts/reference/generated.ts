/** What stands at the head of a page that is made. */
export const GENERATED = "<!-- Written by `npm run docs`: do not edit. -->";
