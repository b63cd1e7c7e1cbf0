// What is in dist, chunk by chunk. `node test/bench/size.ts`
import { readChunks, requiredBytes } from "../dist/chunks.ts";

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
const chunks = readChunks();
console.log("| Chunk | Size | Holds |\n| --- | ---: | --- |");
for (const { name, bytes, isOptional, contents } of chunks) {
  const largest = contents.slice(0, 4).map(([owner, size]) => `${owner} ${kilobytes(size)}`);
  const holds = [...(isOptional ? ["optional"] : []), ...largest].join(", ");
  console.log(`| ${name} | ${kilobytes(bytes)} | ${holds} |`);
}
const all = chunks.reduce((sum, { bytes }) => sum + bytes, 0);
console.log(
  `\ncode ${(all / 1e6).toFixed(2)} MB, without what only some projects load ${(requiredBytes(chunks) / 1e6).toFixed(2)} MB`,
);
