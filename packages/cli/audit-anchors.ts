import { loadVerifier } from "#audit";
import type { Workplace } from "#stages";

/**
 * What the deployments to production on the code host say of the log: nobody can change what they say, also who has the
 * key. A log that is signed and has no anchor there proves nothing, and that is a problem.
 */
export async function anchorsAt(
  { forge }: Pick<Workplace, "forge">,
  log: Buffer,
): Promise<{ readonly problems: readonly string[]; readonly told: string }> {
  const { anchorProblems, findAnchor } = await loadVerifier();
  const notes = await forge.deploymentNotes("production");
  const anchors = notes.flatMap(({ release, description, by, at }) => {
    const found = findAnchor(`the deployment of ${release} (${at}, by ${by})`, description);
    return found === undefined ? [] : [found];
  });
  if (anchors.length === 0) {
    const told = `${forge.webUrl}/deployments: no deployment to production carries an anchor of the log`;
    return { problems: [told], told };
  }
  const [deployments, reach] = [
    anchors.length === 1 ? "1 deployment" : `${anchors.length} deployments`,
    Math.max(...anchors.map(({ size }) => size)),
  ];
  return {
    problems: anchorProblems(log, anchors),
    told: `Anchored: ${deployments} to production, for up to ${reach} entries.`,
  };
}
