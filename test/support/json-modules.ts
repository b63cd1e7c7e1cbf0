import { registerHooks } from "node:module";

// GitHub's workflow parser imports JSON as bundlers allow it; node wants to be told that it is JSON.
registerHooks({
  load: (url, context, next) =>
    url.endsWith(".json") ? next(url, { ...context, importAttributes: { type: "json" } }) : next(url, context),
});
