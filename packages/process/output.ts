import { StringDecoder } from "node:string_decoder";

/** Keeps the last `maxBytes` of a stream (errors come last) and hands out its lines as they come. */
export class Output {
  #chunks: Buffer[] = [];
  #bytes = 0;
  #truncated = false;
  #partial = "";
  readonly #decoder = new StringDecoder("utf8");
  readonly #maxBytes: number;
  readonly #onLine: ((line: string) => void) | undefined;

  constructor(maxBytes: number, onLine?: (line: string) => void) {
    this.#maxBytes = maxBytes;
    this.#onLine = onLine;
  }

  /** Whether the beginning had to be dropped. */
  get truncated(): boolean {
    return this.#truncated;
  }

  add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    // Trimmed only at twice the bound, so that a flood of small chunks is not copied for each of them.
    if (this.#bytes > 2 * this.#maxBytes) this.#trim();
    if (this.#onLine !== undefined) this.#split(this.#decoder.write(chunk));
  }

  /** The text, once the stream has ended. */
  end(): string {
    if (this.#onLine !== undefined) {
      this.#split(this.#decoder.end());
      if (this.#partial !== "") this.#onLine(this.#partial);
      this.#partial = "";
    }
    this.#trim();
    return Buffer.concat(this.#chunks).toString("utf8");
  }

  #trim(): void {
    if (this.#bytes <= this.#maxBytes) return;
    this.#chunks = [Buffer.concat(this.#chunks).subarray(-this.#maxBytes)];
    this.#bytes = this.#maxBytes;
    this.#truncated = true;
  }

  #split(text: string): void {
    const lines = (this.#partial + text).split(/\r?\n/);
    this.#partial = lines.pop() ?? "";
    for (const line of lines) this.#onLine?.(line);
    // A line without end must not eat the memory.
    if (this.#partial.length > this.#maxBytes) this.#partial = this.#partial.slice(-this.#maxBytes);
  }
}
