#!/bin/sh
# Proves that `dist` is what the sources give: builds it anew and fails when git sees any difference, new files included.
set -eu
cd "$(dirname "$0")/.."

if [ -n "$(git status --porcelain -- dist)" ]; then
  echo "dist has changes that no commit holds. Commit them first: git add dist" >&2
  exit 1
fi
npm run --silent build
if [ -n "$(git status --porcelain -- dist)" ]; then
  git status --short -- dist >&2
  git --no-pager diff --stat -- dist >&2
  echo "dist is not what the sources give. Run: npm run build, and commit dist" >&2
  exit 1
fi
echo "dist is what the sources give."
