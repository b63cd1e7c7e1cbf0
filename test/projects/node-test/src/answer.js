import { greet } from "./greet.js";

export function answer(request, response) {
  const url = new URL(request.url, "http://localhost");
  if (url.pathname === "/health") response.end("ok");
  else response.end(greet(url.searchParams.get("name") ?? ""));
}
