#!/bin/sh
# A deploy command for Terraform (1.4 or later) or OpenTofu, and jq. It drives a module like terraform.tf.
# Settings: env: { MODULE: deploy/terraform, PUBLIC_URL: "https://shop.example.com" }, pass: [what the provider and the backend read];
#   TERRAFORM: tofu
# What was wanted last is an output of the state, so any machine goes on from there. Nothing is written that was planned from an older state.
set -eu
tf=${TERRAFORM:-terraform} version=${RELEASE_VERSION:-}

fail() {
  echo "$*" >&2
  exit 1
}
for tool in "$tf" jq; do command -v "$tool" >/dev/null || fail "$tool is not installed here, or not in PATH"; done
cd "$MODULE"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$tf" init -input=false -no-color >"$work/said" 2>&1 || fail "$(cat "$work/said")"

serial() { "$tf" state pull | jq .serial; }
look() {
  serial=$(serial)
  "$tf" output -json >"$work/outputs"
  wanted=$(jq -c '{versions: {}, weights: {}, serving: "", previous: ""} + (.wanted.value // {})' "$work/outputs")
  serving=$(is -r .serving)
}
is() { echo "$wanted" | jq -e "$@"; }
plan() { # asks the provider for what is there, and plans what is wanted
  jq -n --arg url "$PUBLIC_URL" --argjson wanted "$wanted" '{url: $url, wanted: $wanted}' >"$work/wanted.tfvars.json"
  "$tf" plan -input=false -no-color -lock-timeout=60s -var-file="$work/wanted.tfvars.json" -out="$work/plan" "$@" >"$work/said" 2>&1 || fail "$(cat "$work/said")"
}
# Terraform itself refuses a plan when the state has moved since it was made.
put() { # filter of what is wanted [jq's options]
  wanted=$(echo "$wanted" | jq -c --arg version "$version" "$@")
  plan
  [ "$(serial)" = "$serial" ] || fail "somebody else changed the state meanwhile"
  "$tf" apply -input=false -no-color -lock-timeout=60s "$work/plan" >&2
  look
}
observe() { # changes nothing, the state neither
  look
  plan -refresh-only
  "$tf" show -json "$work/plan" | jq -c .planned_values.outputs.release.value
}

case $RELEASE_VERB in
check)
  "$tf" validate -no-color >&2
  observe
  ;;
observe) observe ;;
prepare)
  look
  is --arg version "$version" --arg sha "$RELEASE_SHA" '.weights[$version] == null or .versions[$version].sha == $sha' >/dev/null ||
    fail "$version serves from another commit"
  put --arg sha "$RELEASE_SHA" '.versions[$version] = {sha: $sha}'
  ;;
shift)
  look
  [ "$serving" != "" ] || serving=$version
  put --arg serving "$serving" --argjson percent "$RELEASE_PERCENT" \
    '.weights = ({($serving): (100 - $percent)} + {($version): (if $serving == $version then 100 else $percent end)} | map_values(select(. > 0)))'
  ;;
finish)
  look
  put 'if .serving == $version then . else .previous = .serving | .serving = $version end | .weights = {($version): 100}'
  # The one before stays up, and what was rolled back; older ones go, now that nobody is sent there.
  put '.previous as $previous | .versions |= with_entries(select(.key == $version or .key == $previous or .value.badSince))'
  ;;
rollback)
  look
  is --arg version "$version" '.versions[$version]' >/dev/null || fail "$version is not up"
  # Who served before is innocent when the candidate of a rollout under way goes.
  put --arg now "$(date -u +%Y-%m-%dT%H:%M:%SZ)" '(if .serving == $version then .previous else "" end) as $innocent
    | .versions |= with_entries(if .key == $version then .value.badSince = null elif .key == $innocent then . else .value.badSince //= $now end)
    | .serving = $version | .weights = {($version): 100}'
  ;;
remove)
  look
  is --arg version "$version" '.serving != $version and .weights[$version] == null' >/dev/null || fail "$version has traffic, or serves"
  put 'del(.versions[$version])'
  ;;
*) fail "unknown verb $RELEASE_VERB" ;;
esac
