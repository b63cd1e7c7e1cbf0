import { Agent, request } from "node:https";

/** The API server, spoken to directly: what the parts of a cluster do that are not `kubectl`. */
export interface Api {
  get<T>(path: string): Promise<T>;
  send(method: "POST" | "PATCH" | "DELETE", path: string, body: object): Promise<void>;
  end(): void;
}

/** An answer other than 2xx. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** `ca`: the certificate that the server made for itself. */
export function openApi({
  url,
  token,
  ca,
}: {
  readonly url: string;
  readonly token: string;
  readonly ca: string;
}): Api {
  const agent = new Agent({ keepAlive: true, ca });
  const ask = async (method: string, path: string, body?: object): Promise<string> => {
    const text = body === undefined ? "" : JSON.stringify(body);
    const sent = request(new URL(path, url), {
      method,
      agent,
      headers: {
        authorization: `Bearer ${token}`,
        // Node gives the body of a DELETE no length, and the server takes it for the next request.
        "content-length": Buffer.byteLength(text),
        "content-type": method === "PATCH" ? "application/merge-patch+json" : "application/json",
      },
    });
    sent.end(text);
    return new Promise((resolve, reject) => {
      sent.once("error", reject);
      sent.once("response", (response) => {
        let heard = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => (heard += chunk));
        response.once("error", reject);
        response.once("end", () => {
          const status = response.statusCode ?? 0;
          if (status < 300) resolve(heard);
          else reject(new ApiError(status, `${method} ${path}: ${status} ${heard.slice(0, 300)}`));
        });
      });
    });
  };
  return {
    get: async <T>(path: string) => JSON.parse(await ask("GET", path)) as T,
    send: async (method, path, body) => {
      await ask(method, path, body);
    },
    end: () => agent.destroy(),
  };
}
