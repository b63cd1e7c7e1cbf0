/** How pictures, videos and fonts begin, in hex; WebP says so after its length. */
const begins = /^(?:89504e47|ffd8ff|47494638|1a45dfa3|774f4632|774f4646|52494646.{8}57454250|00000[0-9a-f]{3}66747970)/;

/** Whether a file is a picture, a video or a font, whatever it is called: there is no text in it to be read. */
export function isMedia(bytes: Uint8Array): boolean {
  return begins.test(Buffer.from(bytes.subarray(0, 12)).toString("hex"));
}
