#!/bin/sh
# zizmor over the workflows, the callers' template and the actions; actionlint over the copy that it understands.
# Both are pinned and installed once into node_modules/.cache. Ends with 0: no findings; 1: findings; 3: a tool cannot be had.
set -eu
cd "$(dirname "$0")/.."

zizmor_version=1.32.0
actionlint_version=v1.7.12
tools="$PWD/node_modules/.cache/workflow-tools"
zizmor="$tools/zizmor-$zizmor_version/bin/zizmor"
actionlint="$tools/actionlint-$actionlint_version/actionlint"

missing() {
  echo "NOT LINTED: $1 cannot be had here: $2" >&2
  exit 3
}

if [ ! -x "$zizmor" ]; then
  command -v python3 >/dev/null || missing zizmor "python3 is not installed"
  rm -rf "$tools/zizmor-$zizmor_version"
  python3 -m venv "$tools/zizmor-$zizmor_version" >&2 || missing zizmor "python3 -m venv failed"
  "$tools/zizmor-$zizmor_version/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: \
    "zizmor==$zizmor_version" >&2 || missing zizmor "pip install failed"
fi
if [ ! -x "$actionlint" ]; then
  command -v go >/dev/null || missing actionlint "go is not installed"
  GOBIN="$(dirname "$actionlint")" go install "github.com/rhysd/actionlint/cmd/actionlint@$actionlint_version" >&2 ||
    missing actionlint "go install failed"
fi

# The copy stands in a repository of its own, with the actions beside it, so that their inputs are checked too.
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
node_modules/.bin/node scripts/downlevel.ts "$copy" >/dev/null
git init --quiet "$copy"
cp -R .github/actions "$copy/.github/"
if [ -d actions ]; then
  mkdir -p "$copy/actions" "$copy/dist"
  for action in actions/*/action.yml; do
    name=$(basename "$(dirname "$action")")
    mkdir -p "$copy/actions/$name"
    cp "$action" "$copy/actions/$name/"
    : >"$copy/dist/$name.js"
  done
fi

found=0
"$zizmor" --persona auditor --offline --no-progress --quiet --config zizmor.yml \
  .github/workflows/*.yml examples/*.yml .github/actions/*/action.yml action.yml || found=1
(cd "$copy" && "$actionlint" -shellcheck= -pyflakes= .github/workflows/*.yml) || found=1
[ "$found" -eq 0 ] && echo "zizmor $zizmor_version (auditor), actionlint $actionlint_version: no findings"
exit "$found"
