/** Reads a QR code as a camera does: from its picture. */
import jsqr from "jsqr";
import type { Browser } from "playwright-core";

/**
 * Returns what a code says.
 *
 * @param png A picture of it.
 */
export async function readQr(browser: Browser, png: Buffer): Promise<string> {
  const page = await browser.newPage();
  const { width, height, reds } = await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    // It is black on white, so that one colour of the four says all.
    const reds = data.reduce((text, value, at) => (at % 4 ? text : text + String.fromCharCode(value)), "");
    return { width: picture.width, height: picture.height, reds };
  }, png.toString("base64"));
  await page.close();
  const pixels = Uint8ClampedArray.from({ length: reds.length * 4 }, (_, at) => reds.charCodeAt(at >> 2));
  const found = jsqr(pixels, width, height);
  if (!found) throw new Error("no QR code can be read in this picture");
  return found.data;
}
