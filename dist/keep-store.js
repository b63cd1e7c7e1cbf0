import { main } from "./index.js";

await main("keep-store");
