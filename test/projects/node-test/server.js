import { createServer } from "node:http";

import { answer } from "./src/answer.js";

createServer(answer).listen(Number(process.env.PORT), "127.0.0.1");
