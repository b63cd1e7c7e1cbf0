import { saveCache } from "@actions/cache";

// Keeps the folder `store` of the folder that this process was started in: `node save-main.ts <key>`. What failed, the client says.
const id = await saveCache(["store"], process.argv[2] ?? "");
process.exitCode = id === -1 ? 1 : 0;
