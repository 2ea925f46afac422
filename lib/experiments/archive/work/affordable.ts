/**
 * How many units may be computed at a time: the most, up to `jobs`, whose memory fits together whichever of them meet;
 * one of them is always begun. Results do not depend on it.
 */
export function affordableJobs(jobs: number, bytes: readonly number[], memory: number): number {
  const largest = [...bytes].sort((a, b) => b - a);
  let taken = 0;
  let count = 0;
  while (count < jobs && count < largest.length && taken + largest[count] <= memory) taken += largest[count++];
  return count === largest.length ? jobs : Math.max(1, count);
}
