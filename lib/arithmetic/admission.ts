/** What a method says of a system: why it refuses it, or what it prepared for it (so that nothing is derived twice). */
export type Admission<T> =
  | { readonly reasons: readonly string[]; readonly prepared?: undefined }
  | { readonly prepared: T; readonly reasons?: undefined };

export const admitted = <T>(prepared: T): Admission<T> => ({ prepared });

export const refused = (...reasons: readonly string[]): Admission<never> => ({ reasons });

/** The reasons of those needs that are not met. */
export const unmet = (...needs: readonly (readonly [met: unknown, reason: string])[]): Admission<never> =>
  refused(...needs.flatMap(([met, reason]) => (met === undefined || met === false ? [reason] : [])));

/** What was prepared, if there is no reason against it. */
export const unless = <T>(reasons: readonly string[], prepared: T): Admission<T> =>
  reasons.length > 0 ? refused(...reasons) : admitted(prepared);

/** Why a method refuses a system; [] if it admits it. */
export const reasonsAgainst = <S, T>(method: { admit(system: S): Admission<T> }, system: S): readonly string[] =>
  method.admit(system).reasons ?? [];
