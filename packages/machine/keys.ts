/** The keys of a table, typed as what they are. Only for objects written as literals. */
export function keysOf<K extends string>(object: { readonly [key in K]: unknown }): readonly K[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a literal has no other keys
  return Object.keys(object) as K[];
}
