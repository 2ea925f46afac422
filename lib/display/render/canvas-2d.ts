/** As much of a 2-D canvas as plotly needs for images: whole pixels and filled rectangles. */
import { rgbaPng } from "./png.js";

interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

interface Canvas {
  readonly width: number;
  readonly height: number;
}

export interface Context2d {
  readonly canvas: Canvas;
  fillStyle: string;
  pixels(): Uint8ClampedArray;
  createImageData(width: number, height: number): Bitmap;
  putImageData(image: Bitmap, dx: number, dy: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  measureText(text: string): { readonly width: number };
}

const bitmap = (width: number, height: number): Bitmap => ({
  width,
  height,
  data: new Uint8ClampedArray(4 * width * height),
});

/** "#rrggbb", "rgb(…)" or "rgba(…)" as four bytes. */
function bytesOf(style: string): readonly number[] {
  const list =
    /rgba?\(([^)]+)\)/.exec(style)?.[1].split(",").map(Number) ??
    [1, 3, 5].map(i => parseInt(style.slice(i, i + 2), 16) || 0);
  return [list[0], list[1], list[2], Math.round(255 * (list[3] ?? 1))];
}

export function context2d(canvas: Canvas): Context2d {
  let image = bitmap(canvas.width, canvas.height);
  const current = (): Bitmap => {
    if (image.width !== canvas.width || image.height !== canvas.height) image = bitmap(canvas.width, canvas.height);
    return image;
  };
  const put = (x: number, y: number, colour: ArrayLike<number>): void => {
    if (x >= 0 && y >= 0 && x < canvas.width && y < canvas.height)
      current().data.set(colour, 4 * (y * canvas.width + x));
  };
  return {
    canvas,
    fillStyle: "#000000",
    pixels: () => current().data,
    createImageData: bitmap,
    putImageData(source, dx, dy) {
      for (let y = 0; y < source.height; y++)
        for (let x = 0; x < source.width; x++)
          put(x + dx, y + dy, source.data.subarray(4 * (y * source.width + x), 4 * (y * source.width + x) + 4));
    },
    fillRect(x, y, width, height) {
      const colour = bytesOf(this.fillStyle);
      for (let j = Math.round(y); j < Math.round(y + height); j++)
        for (let i = Math.round(x); i < Math.round(x + width); i++) put(i, j, colour);
    },
    measureText: text => ({ width: 6.6 * text.length }),
  };
}

/** The canvas as a PNG in a data URL. */
export function dataUrl(context: Context2d): string {
  const { width, height } = context.canvas;
  return `data:image/png;base64,${rgbaPng(new Uint8Array(context.pixels()), width, height).toString("base64")}`;
}
