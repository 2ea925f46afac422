export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A .npy file of this version: magic, version, length, header padded to 118 bytes in all, numbers. */
export function npy(header: string, body: Uint8Array, version = 1): Uint8Array {
  const start = version === 1 ? 10 : 12;
  const text = `${header.padEnd(117 - start)}\n`;
  const out = new Uint8Array(start + text.length + body.length);
  out.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
  const view = new DataView(out.buffer);
  if (version === 1) view.setUint16(8, text.length, true);
  else view.setUint32(8, text.length, true);
  out.set(bytes(text), start);
  out.set(body, start + text.length);
  return out;
}

export const head = (descr: string, shape: string, order = "False"): string =>
  `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }`;

export const f64 = (...x: number[]): Uint8Array => new Uint8Array(Float64Array.from(x).buffer);
