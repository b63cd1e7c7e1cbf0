import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { BSON, type Document } from "mongodb";

/** Command → its answer. What is not in it is answered with ok. */
export type Script = Readonly<Record<string, Document>>;

export interface Scripted {
  readonly port: number;
  /** Commands that came, in their order. */
  readonly commands: readonly string[];
  close(): Promise<void>;
}

/** A member of a replica set in the states that no server at hand can be put into: MongoDB's protocol, with these answers. */
export async function answerAs(script: Script | ((port: number) => Script)): Promise<Scripted> {
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let kept = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      kept = Buffer.concat([kept, chunk]);
      while (kept.length >= 16 && kept.length >= kept.readInt32LE(0)) {
        const message = kept.subarray(0, kept.readInt32LE(0));
        kept = kept.subarray(message.length);
        reply(socket, message);
      }
    });
  });
  const reply = (socket: Socket, message: Buffer) => {
    const [isQuery, id] = [message.readInt32LE(12) === opQuery, message.readInt32LE(4)];
    const [command = ""] = Object.keys(BSON.deserialize(isQuery ? queryOf(message) : message.subarray(21)));
    commands.push(command);
    const name = /^(hello|ismaster)$/i.test(command) ? "hello" : command;
    const answers = typeof script === "function" ? script(portOf(server)) : script;
    const body = Buffer.from(BSON.serialize({ ok: 1, ...answers[name] }));
    socket.write(isQuery ? framed(opReply, id, [replyHead, body]) : framed(opMessage, id, [messageHead, body]));
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  };
  return { port: portOf(server), commands, close };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

const [opReply, opQuery, opMessage] = [1, 2004, 2013];
/** Flags, no cursor, from 0, one document. */
const replyHead = Buffer.from([8, 0, 0, 0, ...Array<number>(8).fill(0), 0, 0, 0, 0, 1, 0, 0, 0]);
/** No flags, one section of kind 0. */
const messageHead = Buffer.alloc(5);

/** The document behind flags, the name of the collection, and two numbers. */
function queryOf(message: Buffer): Buffer {
  return message.subarray(message.indexOf(0, 20) + 9);
}

function framed(operation: number, to: number, parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(16);
  head.writeInt32LE(16 + body.length, 0);
  head.writeInt32LE(to, 8);
  head.writeInt32LE(operation, 12);
  return Buffer.concat([head, body]);
}
