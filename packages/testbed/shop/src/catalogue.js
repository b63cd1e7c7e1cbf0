import { parseListing } from "./input.js";
import { PAGE_SIZE } from "./store.js";

/** GET /products: one page of the catalogue, `?search=` narrows it. */
export async function listProducts({ store, parameters }) {
  const { page, search } = parseListing(parameters);
  const { total, products } = await store.products({ page, search });
  return { status: 200, json: { page, pages: Math.ceil(total / PAGE_SIZE), total, products } };
}

/** The products of a new database. */
export const firstProducts = [
  ["Espresso cup", 890],
  ["Cappuccino cup", 1190],
  ["Filter holder", 2490],
  ["Hand grinder", 7900],
  ["Kettle", 5900],
  ["Kitchen scale", 3490],
  ["Milk jug", 1990],
  ["Moka pot", 3290],
  ["Paper filters", 450],
  ["Roasted beans, 250 g", 950],
  ["Roasted beans, 1 kg", 3200],
  ["Travel mug", 2290],
].map(([name, price]) => ({ name, price }));
