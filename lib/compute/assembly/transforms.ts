import { fftLines, Transform } from "./fft";
import { interpolatePanels, spreadStrips, Stage } from "./fourier";
import { forwardLines, inverseLines, Lines } from "./lines";

/** A stage of Fourier sums, or a transform, on a range of its pieces. */
export function runTransform(stage: u32, job: usize, first: usize, last: usize, scratch: usize): void {
  if (stage === 0) spreadStrips(changetype<Stage>(job), first, last, scratch);
  else if (stage === 1) interpolatePanels(changetype<Stage>(job), first, last, scratch);
  else if (stage === 2) forwardLines(changetype<Lines>(job), first, last, scratch);
  else if (stage === 3) inverseLines(changetype<Lines>(job), first, last, scratch);
  else fftLines(changetype<Transform>(job), first, last, scratch);
}
