/** Bits of floating-point numbers: the upper and lower 32. */
// @ts-ignore: decorator
@inline export function highWord(x: f64): i32 { return <i32>(reinterpret<u64>(x) >> 32); }

// @ts-ignore: decorator
@inline export function withHighWord(x: f64, high: i32): f64 {
  return reinterpret<f64>((<u64>(<u32>high) << 32) | (reinterpret<u64>(x) & 0xffffffff));
}

/** The number without its lower 32 bits. */
// @ts-ignore: decorator
@inline export function cut(x: f64): f64 { return reinterpret<f64>(reinterpret<u64>(x) & 0xffffffff00000000); }
