/** The characters of TeX's commands, and of fractions that have one. */

/** A table of commands, each with its character behind it. */
const charactersOf = (table: string): ReadonlyMap<string, string> =>
  new Map(Array.from(table.matchAll(/(\w+)\s+(\S+)/g), ([, command, character]) => [command, character]));

const LETTERS = charactersOf(`
  alpha α beta β gamma γ delta δ epsilon ε varepsilon ε eps ε zeta ζ eta η theta θ iota ι kappa κ
  lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω ell l
  Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω
`);

const RELATIONS = charactersOf(`
  to → le ≤ leq ≤ ge ≥ geq ≥ ne ≠ in ∈ propto ∝ rightleftharpoons ⇌ approx ≈ times × neq ≠ notin ∉ sim
  ∼ simeq ≃ equiv ≡ ll ≪ gg ≫ prec ≺ preceq ⪯ succ ≻ succeq ⪰ subset ⊂ subseteq ⊆ perp ⊥ gets ←
  leftarrow ← mapsto ↦ implies ⇒ iff ⇔
`);

const OTHERS = charactersOf(`
  infty ∞ cdot · circ ∘ otimes ⊗ oplus ⊕ sqrt √ int ∫ iint ∬ oint ∮ sum Σ prod Π partial ∂ nabla ∇ pm
  ± mp ∓ langle ⟨ rangle ⟩ mid | lVert ‖ rVert ‖ forall ∀ exists ∃ cup ∪ cap ∩ top ⊤ prime ′ star ⋆
  ast ∗ dots … ldots … cdots ⋯ colon :
`);

/** The letter of a Greek name, as α of `alpha`; undefined for any other name. */
export const letterOf = (name: string): string | undefined => LETTERS.get(name);

/** The character of a command; undefined where there is none. */
export const symbolOf = (name: string): string | undefined =>
  LETTERS.get(name) ?? RELATIONS.get(name) ?? OTHERS.get(name);

const RELATING: ReadonlySet<string> = new Set([...RELATIONS.values(), "|"]);

/** Whether a character stands between two operands, with gaps: ≤, →, ×. */
export const isRelation = (glyph: string): boolean => RELATING.has(glyph);

const FRACTIONS: readonly (readonly [number, string])[] = [
  [0.25, "¼"],
  [0.5, "½"],
  [0.75, "¾"],
  [0.125, "⅛"],
  [1 / 3, "⅓"],
  [2 / 3, "⅔"],
  [1 / 6, "⅙"],
  [5 / 6, "⅚"],
];

/** The character of what is left of a number beside its whole part, as ½ of 2.5. */
export const fractionOf = (x: number): string | undefined =>
  FRACTIONS.find(([value]) => Math.abs(Math.abs(x - Math.trunc(x)) - value) < 1e-12)?.[1];
