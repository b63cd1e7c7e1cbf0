import path from "node:path";

/** A file that was added below the paths of migrations. */
interface Added {
  readonly path: string;
  readonly text: string;
}

/** Which of the new migrations have no way back, each with what is missing (`db/7.up.sql: no db/7.down.sql`). */
export function irreversibleMigrations(added: readonly Added[], exists: (path: string) => boolean): readonly string[] {
  return added.flatMap((file) => {
    const missing = missingWayBack(file, exists);
    return missing === undefined ? [] : [`${file.path}: ${missing}`];
  });
}

/** Whether a file is a migration, and not a way back, a snapshot of the schema or words beside it. */
export function isMigration(file: string): boolean {
  const name = path.posix.basename(file);
  if (/(\.down\.sql|^down\.sql|^U[\d._]+__.*\.sql|^R__.*\.sql|^__init__\.py|\.d\.ts)$/i.test(name)) return false;
  if (/snapshot/i.test(name) || /\.designer\.cs$/i.test(name)) return false;
  return /\.(sql|[cm]?[jt]s|rb|py|php|cs|xml|ya?ml|exs)$/i.test(name);
}

function missingWayBack({ path: file, text }: Added, exists: (path: string) => boolean): string | undefined {
  const name = path.posix.basename(file);
  const beside = (other: string) => path.posix.join(path.posix.dirname(file), other);
  const needs = (other: string) => (exists(other) ? undefined : `no ${other}`);
  if (/\.up\.sql$/i.test(name)) return needs(beside(name.replace(/\.up\.sql$/i, ".down.sql")));
  if (/^V[\d._]+__/.test(name)) return needs(beside(name.replace(/^V/, "U")));
  if (/^migration\.sql$/i.test(name)) return needs(beside("down.sql"));
  const way = wayBack.find(([extension]) => extension.test(name));
  if (way === undefined) return "its kind of migration is not known here";
  const [, isThere, wanted] = way;
  return isThere(text) ? undefined : wanted;
}

/** By extension: how a way back is written in it, and what to say when there is none. */
const wayBack: readonly (readonly [extension: RegExp, isThere: (text: string) => boolean, wanted: string])[] = [
  [/\.sql$/i, hasUndoPart, "no part that undoes it (`-- +goose Down`, `-- migrate:down`, `--rollback`)"],
  [/\.[cm]?[jt]s$/i, hasDown, "no `down` that does something"],
  [
    /\.rb$/i,
    (text) =>
      !/IrreversibleMigration/.test(text) && (/def (self\.)?(down|change)\b/.test(text) || /reversible do/.test(text)),
    "no `change` or `down`",
  ],
  [/\.py$/i, hasDowngrade, "no `downgrade` that does something, or an operation without its reverse"],
  [/\.php$/i, (text) => /function down\s*\([^)]*\)[^{]*\{\s*[^}\s]/.test(text), "no `down` that does something"],
  [/\.cs$/i, (text) => /void Down\s*\([^)]*\)\s*\{\s*[^}\s]/.test(text), "no `Down` that does something"],
  [/\.exs$/i, (text) => /def (change|down)\b/.test(text), "no `change` or `down`"],
];

/** With a statement below the mark: a mark alone undoes nothing. */
function hasUndoPart(text: string): boolean {
  const [, undo = ""] = text.split(/^--\s*(?:\+goose down|\+migrate down|migrate:down|\/\/@undo)\b.*$/im);
  if (/^\s*[^\s-]/m.test(undo)) return true;
  return /^--\s*rollback\s+\S/im.test(text);
}

function hasDown(text: string): boolean {
  if (/\bdown\b[^{}]*\{\s*\}/.test(text)) return false;
  return /\bdown\b\s*[:=(]/.test(text);
}

/** Alembic's `downgrade`, or a migration of Django whose own code and SQL have a reverse. */
function hasDowngrade(text: string): boolean {
  if (/class Migration\b/.test(text)) {
    const code = [...text.matchAll(/RunPython\(/g)].length;
    const sql = [...text.matchAll(/RunSQL\(/g)].length;
    const reverses = [...text.matchAll(/reverse_(code|sql)\s*=/g)].length;
    return reverses >= code + sql;
  }
  const [, body = ""] = text.split(/^def downgrade\s*\([^)]*\)[^:]*:\s*$/m);
  const statements = body.split("\n").map((line) => line.trim());
  return statements.some((line) => line !== "" && line !== "pass" && !/^(#|"""|'''|raise\b)/.test(line));
}
