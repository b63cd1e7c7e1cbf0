import { main } from "./index.js";

await main("local-platform");
