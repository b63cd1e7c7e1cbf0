import { otlpMetrics, releaseFamilies, releaseOf, type Told } from "#history";
import type { Measured } from "#notify";

import type { Post } from "./channels.ts";

/** The measures of a release that is over, without secrets: the same whenever they are asked for. */
export function measured(id: string, { record, facts }: Told, post: Post): Measured {
  const at = record.settled?.at ?? record.lastAt;
  const atMs = Date.parse(at);
  const release = post.scrub.value(releaseOf({ record, facts }, atMs));
  const { repository, webUrl } = post.forge;
  return {
    id,
    type: `release.${record.settled?.outcome ?? record.state}`,
    at,
    data: { schema: 1, repository, url: webUrl, release },
    otlp: otlpMetrics(releaseFamilies(release), {
      resource: { "service.name": repository },
      labels: { release: release.id, tag: release.tag },
      atMs,
    }),
  };
}
