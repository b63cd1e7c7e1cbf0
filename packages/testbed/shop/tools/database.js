// A database server for this machine: node tools/database.js [port]. Prints its URL; stops on SIGTERM.
import { openDatabase } from "./embedded-database.js";

const database = await openDatabase({ port: Number(process.argv[2] ?? "0") });
if (database.url === undefined) process.exit(1);
console.log(database.url);
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.once(signal, async () => {
    await database.close();
    process.exit(0);
  });
}
