/** The style of all pages: a journal page, in the colours of the figures. */
import { themeOf, type Mode } from "../figures/theme.js";

const variables = (mode: Mode): string => {
  const theme = themeOf(mode);
  const names = ["paper", "ink", "muted", "rule", "hair", "ok", "bad"] as const;
  const { geometry } = theme;
  return [
    ...names.map(name => `--${name}: ${theme[name]};`),
    `--link: ${geometry.wasserstein};`,
    `--text: ${geometry["fisher-rao"]};`,
    `--wash: ${theme.tint(theme.ink, 0.04)};`,
  ].join(" ");
};

export const pageStyle = (): string => `:root { ${variables("light")} }
@media (prefers-color-scheme: dark) { :root { ${variables("dark")} } }
* { box-sizing: border-box }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100% }
body { margin: 0; font: 18px/1.58 Charter, "Bitstream Charter", "Sitka Text", "Source Serif 4", Cambria, Georgia, serif;
  font-kerning: normal; font-variant-numeric: oldstyle-nums; hanging-punctuation: first; text-rendering: optimizeLegibility }
main, nav { max-width: 60rem; margin: 0 auto; padding: 0 1.5rem }
main { padding-bottom: 6rem }
header { padding: 4rem 0 1rem }
nav { display: flex; justify-content: space-between; padding-top: 1.2rem; font-size: .85rem; color: var(--muted) }
nav + main header { padding-top: 2.4rem }
h1 { font-size: 2.3rem; line-height: 1.15; font-weight: 600; letter-spacing: -.012em; margin: 0 0 .5rem; max-width: 26em; text-wrap: balance }
h2 { font-size: 1.35rem; font-weight: 600; margin: 3.2rem 0 .8rem; padding-top: .8rem; border-top: 1px solid var(--rule) }
h3 { font-size: 1.05rem; font-weight: 600; margin: 1.6rem 0 .3rem; text-wrap: balance }
p { max-width: 38em; margin: .4rem 0 .9rem; hyphens: auto; text-wrap: pretty }
.lead { font-size: 1.2rem; color: var(--muted) }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em }
a:not(:hover) { text-decoration-color: color-mix(in srgb, currentColor 35%, transparent) }
h3 a { color: inherit; text-decoration: none }
.summary { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; max-width: none; font-size: .92rem; color: var(--muted) }
.ok { color: var(--ok) } .bad { color: var(--bad) }
.statement { margin: 1.6rem 0; padding: .1rem 0 .1rem 1.3rem; border-left: 3px solid var(--hair) }
.statement h3 { margin-top: .4rem }
.id { font-variant-numeric: tabular-nums lining-nums; color: var(--muted); font-weight: 400; white-space: nowrap }
math { font-family: "STIX Two Math", "Cambria Math", "Latin Modern Math", math; font-size: 1.02em }
math[display="block"] { margin: .7em 0; overflow-x: auto; overflow-y: hidden }
figure { margin: 2.4rem 0 }
picture, img { display: block; width: 100%; height: auto }
figcaption { font-size: .82rem; color: var(--muted); text-align: right }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: .86rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums }
thead th { font-weight: 400; font-style: italic; color: var(--muted); border-bottom: 1px solid var(--rule) }
th, td { text-align: left; vertical-align: top; padding: .45rem .9rem .45rem 0; font-weight: inherit; border-bottom: 1px solid var(--hair) }
td:first-child { white-space: nowrap; padding-right: .6rem }
.number { text-align: right; white-space: nowrap }
.for { font-size: .78rem; color: var(--muted); white-space: normal }
.because { min-width: 16em; color: var(--muted) }
.tag { font-size: .75rem; font-style: italic; color: var(--muted) }
sup { line-height: 0; font-size: .72em }
code, pre { font: .82em/1.5 ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Consolas, monospace }
pre { background: var(--wash); padding: .9rem 1.1rem; overflow-x: auto; border-radius: 3px }
.json i { font-style: normal } .json .key { color: var(--link) } .json .text { color: var(--text) } .json .number { color: var(--ok); text-align: inherit }
summary { cursor: pointer; color: var(--muted) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; font-size: .85rem; color: var(--muted) }
dd { margin: 0; overflow-wrap: anywhere }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr)); gap: 2.2rem 2.4rem }
.cards img { border: 1px solid var(--hair) }
.cards h3 { margin: .7rem 0 0; line-height: 1.3 }
.cards .summary { margin: .1rem 0 0; font-size: .82rem }
.count { font-weight: 400; color: var(--muted); font-size: .88rem }
progress { appearance: none; display: block; width: 100%; height: 3px; border: 0; background: var(--hair); margin: .5rem 0 .8rem }
progress::-webkit-progress-bar { background: var(--hair) }
progress::-webkit-progress-value { background: var(--ok) }
progress::-moz-progress-bar { background: var(--ok) }
.catalogue .open th { color: var(--muted) }
.catalogue .id { padding-right: 1.2rem }
@media (max-width: 46rem) {
  .statement, figure > a { overflow-x: auto } figure > a { display: block } figure img { min-width: 42rem }
  .claims thead { display: none } .claims tr { display: grid; grid-template-columns: 1.5rem 1fr; padding: .6rem 0; border-bottom: 1px solid var(--hair) }
  .claims th, .claims td { border: 0; padding: .1rem 0 } .claims td:not(:first-child) { grid-column: 2; text-align: left }
  .claims [data-name]::before { content: attr(data-name) " "; font-style: italic; color: var(--muted) } .claims .number { white-space: normal }
}
@media print { nav, details { display: none } body { font-size: 10.5pt } figure, tr { break-inside: avoid } }
`;
