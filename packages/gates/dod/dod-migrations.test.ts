import { expect, it } from "@jest/globals";
import { irreversibleMigrations, isMigration } from "./dod-migrations.ts";

it.each<[string, string, readonly string[], boolean]>([
  ["m/7.up.sql", "x", ["m/7.down.sql"], true],
  ["m/7.up.sql", "x", [], false],
  ["m/V2.1__a.sql", "x", ["m/U2.1__a.sql"], true],
  ["m/V2.1__a.sql", "x", [], false],
  ["m/2024_a/migration.sql", "x", ["m/2024_a/down.sql"], true],
  ["m/2024_a/migration.sql", "x", [], false],
  ["m/7.sql", "-- +goose Up\nCREATE TABLE a ();\n-- +goose Down\nDROP TABLE a;\n", [], true],
  ["m/7.sql", "-- +goose Up\nCREATE TABLE a ();\n-- +goose Down\n", [], false],
  ["m/7.sql", "-- migrate:up\nx;\n-- migrate:down\n-- nothing\n", [], false],
  ["m/7.sql", "--changeset a:1\nx;\n--rollback DROP TABLE a;\n", [], true],
  ["m/7.sql", "DROP TABLE a;", [], false],
  ["m/7.js", "exports.up = (knex) => knex.a();\nexports.down = (knex) => knex.b();", [], true],
  ["m/7.js", "exports.up = async function (knex) {};\nexports.down = async function (knex) { await x(); };", [], true],
  ["m/7.ts", "export async function up() {}\nexport async function down(): Promise<void> {}", [], false],
  [
    "m/7.ts",
    "export async function up() {}\nexport async function down(k: Knex): Promise<void> { await x(); }",
    [],
    true,
  ],
  ["m/7.ts", "class A { async down(runner: Runner) { await runner.query(``); } }", [], true],
  ["m/7.ts", "export async function up() {}", [], false],
  ["m/7.rb", "def change\n  add_column\nend", [], true],
  ["m/7.rb", "def up\nend\ndef down\n  raise ActiveRecord::IrreversibleMigration\nend", [], false],
  ["m/7.py", "def upgrade():\n    op.a()\n\ndef downgrade() -> None:\n    op.b()\n", [], true],
  ["m/7.py", "def upgrade():\n    op.a()\n\ndef downgrade():\n    pass\n", [], false],
  ["m/7.py", "class Migration(migrations.Migration):\n  operations = [migrations.AddField()]", [], true],
  ["m/7.py", "class Migration(migrations.Migration):\n  operations = [migrations.RunPython(a)]", [], false],
  ["m/7.xml", "<changeSet/>", [], false],
])("%s with %j beside %j: %s", (path, text, others, reversible) => {
  const found = irreversibleMigrations([{ path, text }], (file) => others.includes(file));

  expect(found.length === 0).toBe(reversible);
  for (const line of found) expect(line).toMatch(/^m\/.+: (no |its )/);
});

it.each([
  ["m/7.down.sql", false],
  ["m/U2__a.sql", false],
  ["m/README.md", false],
  ["m/__init__.py", false],
  ["m/meta/snapshot.ts", false],
  ["m/7.up.sql", true],
  ["m/7.rb", true],
])("%s is a migration: %s", (path, expected) => {
  expect(isMigration(path)).toBe(expected);
});
