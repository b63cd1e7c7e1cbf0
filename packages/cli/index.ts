/** The command line as others read it: the same words, from wherever they come. */
export { isCommand, parseComment } from "./comment.ts";
export { help } from "./help.ts";
export { type Command } from "./parse.ts";
