/** The dashboard: a static site of all releases; written, published, or served live. */
export { createNewsReader, type Picture, type Source } from "./news.ts";
export type { Finding } from "./findings.ts";
export { publishSite, siteHead } from "./publish.ts";
export { serveSite, type Serving } from "./serve.ts";
export { siteOf, type DashboardRelease, type Overdue, type Site, type SiteInput } from "./site.ts";
export { writeSite } from "./write.ts";
