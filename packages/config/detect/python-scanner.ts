import type { DetectedScanner, Folder, Gap } from "./project.ts";

/** pip-audit, by pipx where it is not installed, over what the project pins. */
export function pipAudit(
  { paths, text, report }: Folder,
  requirements: readonly string[],
): DetectedScanner | Gap | undefined {
  const { inCommand, inCheckout } = report("security", ".json");
  const find = 'audit="$(command -v pip-audit || echo "pipx run pip-audit==2.9.0")"';
  const run = (words: string) => `${find}; $audit ${words} --progress-spinner off --format json --output ${inCommand}`;
  if (paths.includes("uv.lock")) {
    const exported = `${inCommand}.txt`;
    const command = `uv export --frozen --quiet --no-emit-project --format requirements-txt --output-file ${exported} && ${run(`-r ${exported} --disable-pip`)}`;
    return { command, report: inCheckout, why: "pip-audit for uv.lock" };
  }
  if (paths.includes("poetry.lock")) {
    const place = `"$(poetry run python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"`;
    return {
      command: `poetry install --quiet && ${run(`--path ${place}`)}`,
      report: inCheckout,
      why: "pip-audit for poetry.lock",
    };
  }
  if (requirements.length > 0)
    return {
      command: run(requirements.map((file) => `-r ${file}`).join(" ")),
      report: inCheckout,
      why: `pip-audit for ${requirements.join(" and ")}`,
    };
  if (text("pyproject.toml") !== undefined)
    return { command: run("."), report: inCheckout, why: "pip-audit for pyproject.toml" };
  const loose = ["setup.py", "setup.cfg", "Pipfile"].find((name) => text(name) !== undefined);
  if (loose === undefined) return undefined;
  return { gap: `${loose} pins no versions that pip-audit could read`, write: "pip freeze > requirements.txt" };
}
