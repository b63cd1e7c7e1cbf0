import type { DetectedCommand, DetectedTests, Folder, Gap, TestKind, Toolchain } from "./project.ts";

/** Named with its version, so that no project has to name it and no newer one surprises. */
const jacoco = "org.jacoco:jacoco-maven-plugin:0.8.13";
const dependencyCheck = "org.owasp:dependency-check-maven:12.1.3";

/** Java: Maven or Gradle, by their wrapper where there is one; JaCoCo. */
export function detectJava(folder: Folder): Toolchain | undefined {
  const pom = folder.text("pom.xml");
  if (pom !== undefined) return maven(folder, pom);
  const build = ["build.gradle.kts", "build.gradle"].find((name) => folder.text(name) !== undefined);
  return build === undefined ? undefined : gradle(folder, build);
}

function maven(folder: Folder, pom: string): Toolchain {
  const mvn = folder.paths.includes("mvnw") ? "./mvnw" : "mvn";
  const why = `pom.xml${mvn === "mvn" ? "" : " and mvnw"}`;
  const poms = [
    pom,
    ...folder.paths.filter((path) => path.endsWith("/pom.xml")).map((path) => folder.text(path) ?? ""),
  ];
  const failsafe = poms.some((text) => text.includes("maven-failsafe-plugin"));
  const base = folder.directory === "." ? "" : `${folder.directory}/`;
  const tested = folder.paths.some((path) => /(^|\/)src\/test\//.test(path));
  const unit: DetectedTests = {
    command: `${mvn} -B -ntp ${jacoco}:prepare-agent test ${jacoco}:report`,
    report: [`${base}**/target/surefire-reports/TEST-*.xml`],
    coverage: [`${base}**/target/site/jacoco/jacoco.xml`],
    why: `${why} and src/test`,
  };
  const integration: DetectedTests = {
    command: `${mvn} -B -ntp ${jacoco}:prepare-agent-integration verify ${jacoco}:report-integration`,
    report: [`${base}**/target/failsafe-reports/TEST-*.xml`],
    coverage: [`${base}**/target/site/jacoco-it/jacoco.xml`],
    why: `${why} and the plugin maven-failsafe-plugin`,
  };
  const development = springBoot(mvn, poms);
  return {
    scanner: {
      command: `${mvn} -B -ntp ${dependencyCheck}:aggregate -Dformat=SARIF`,
      report: `${base}target/dependency-check-report.sarif`,
      why: `OWASP dependency-check for ${why}`,
    },
    ...(tested ? { unit } : {}),
    ...(failsafe ? { integration } : {}),
    ...(development === undefined ? {} : { development }),
  };
}

function springBoot(mvn: string, poms: readonly string[]): DetectedCommand | undefined {
  if (!poms.some((text) => text.includes("spring-boot-maven-plugin"))) return undefined;
  const command = `${mvn} -B -q spring-boot:run -Dspring-boot.run.arguments="--server.port=$PORT"`;
  return { command, why: "the plugin spring-boot-maven-plugin in pom.xml" };
}

function gradle(folder: Folder, build: string): Toolchain {
  const run = folder.paths.includes("gradlew") ? "./gradlew" : "gradle";
  const why = `${build}${run === "gradle" ? "" : " and gradlew"}`;
  const builds = folder.paths.filter((path) => /(^|\/)build\.gradle(\.kts)?$/.test(path));
  const texts = builds.map((path) => folder.text(path) ?? "").join("\n");
  const hasSuite = /\bintegrationTest\b/.test(texts);
  const unit = gradleTests("unit", folder, { run, texts, why });
  return {
    scanner: {
      gap: `${why}: Gradle audits no dependencies by itself`,
      write:
        "security: { scanners: [{ command: osv-scanner scan --recursive --format json . > osv.json, report: osv.json }] }",
    },
    unit,
    ...(hasSuite
      ? { integration: gradleTests("integration", folder, { run, texts, why: `${why} with integrationTest` }) }
      : {}),
  };
}

interface GradleBuild {
  readonly run: string;
  readonly texts: string;
  readonly why: string;
}

/** JaCoCo's XML is off unless the build says so: no option of the command line switches it on. */
function gradleTests(kind: TestKind, { directory }: Folder, { run, texts, why }: GradleBuild): DetectedTests | Gap {
  if (!/jacoco/.test(texts) || !/xml\.(required|getRequired)/.test(texts)) {
    return {
      gap: `${why}: the build writes no coverage as XML`,
      write: 'plugins { id("jacoco") } and tasks.jacocoTestReport { reports { xml.required = true } }',
    };
  }
  const base = directory === "." ? "" : `${directory}/`;
  const task = kind === "unit" ? "test" : "integrationTest";
  return {
    command: `${run} --no-daemon --console=plain --continue cleanTest ${task} jacocoTestReport`,
    report: [`${base}**/build/test-results/${task}/TEST-*.xml`],
    coverage: [`${base}**/build/reports/jacoco/**/*.xml`],
    why,
  };
}
