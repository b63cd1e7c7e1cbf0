declare module "spdx-satisfies" {
  /** Whether an SPDX expression can be kept with only these licences; throws for what is no expression. */
  export default function satisfies(expression: string, allowed: string[]): boolean;
}

declare module "spdx-expression-parse" {
  export interface Licence {
    readonly license: string;
    readonly plus?: true;
    readonly exception?: string;
  }
  export interface Conjunction {
    readonly left: Expression;
    readonly conjunction: "and" | "or";
    readonly right: Expression;
  }
  export type Expression = Licence | Conjunction;
  /** The syntax tree of an SPDX expression; throws for what is none. */
  export default function parse(expression: string): Expression;
}
