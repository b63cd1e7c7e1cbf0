#!/bin/sh
# A deploy command for Kubernetes with the Gateway API: a Deployment and a Service for each version, weights in one HTTPRoute.
# Settings: env: { APP: shop, NAMESPACE: shop, ROUTE: shop, PUBLIC_URL: "https://shop.example.com" }, pass: [KUBECONFIG]
# deploy/kubernetes.yaml in the project: a Deployment and a Service, both `name: shop-SUFFIX`, both with the labels
# `app: shop` and `version: VERSION`; SUFFIX and VERSION are replaced here.
# The HTTPRoute takes requests with the header x-release-version: one rule a version, added and removed here, before rule `main`.
set -eu
k() { kubectl --namespace "$NAMESPACE" --request-timeout=20s "$@"; }
version=${RELEASE_VERSION:-}

fail() {
  echo "$*" >&2
  exit 1
}
name_of() { echo "$APP-$1" | tr . -; }
route() { k get httproute "$ROUTE" -o "jsonpath=$1"; }
noted() { route "{.metadata.annotations.release-command/$1}"; }
# version, wanted, available, since when bad: a line each
deployed() {
  k get deployment -l "app=$APP" -o 'jsonpath={range .items[*]}{.metadata.labels.version} {.spec.replicas} {.status.availableReplicas}|{.metadata.annotations.release-command/bad-since}{"\n"}{end}'
}
is_deployed() { deployed | grep -q "^$1 "; }
share_of() { # the main rule is the last
  route '{range .spec.rules[-1:].backendRefs[*]}{.name} {.weight}{"\n"}{end}' | sed -n "s/^$(name_of "$1") //p"
}

# One write for everything: who serves, and all rules. It fails when somebody else wrote since we read (`test`).
put() { # serving previous version percent [version percent]
  seen=$(route '{.metadata.resourceVersion}')
  port=${PORT:-80} serving=$1 previous=$2 rules='' refs=''
  shift 2
  while [ $# -gt 1 ]; do
    refs="$refs,{\"name\":\"$(name_of "$1")\",\"port\":$port,\"weight\":$2}"
    shift 2
  done
  for one in $(deployed | cut -d' ' -f1); do
    rules="$rules{\"matches\":[{\"headers\":[{\"name\":\"x-release-version\",\"value\":\"$one\"}]}],\"backendRefs\":[{\"name\":\"$(name_of "$one")\",\"port\":$port}]},"
  done
  k patch httproute "$ROUTE" --type=json -p "[
    {\"op\":\"test\",\"path\":\"/metadata/resourceVersion\",\"value\":\"$seen\"},
    {\"op\":\"add\",\"path\":\"/metadata/annotations/release-command~1serving\",\"value\":\"$serving\"},
    {\"op\":\"add\",\"path\":\"/metadata/annotations/release-command~1previous\",\"value\":\"$previous\"},
    {\"op\":\"replace\",\"path\":\"/spec/rules\",\"value\":[$rules{\"backendRefs\":[${refs#,}]}]}]" >&2
  # Written is not done: the gateway says when it has taken in this generation.
  wanted=$(route '{.metadata.generation}')
  for _ in $(seq 60); do
    taken=$(route '{.status.parents[0].conditions[?(@.type=="Accepted")].status}{.status.parents[0].conditions[?(@.type=="Accepted")].observedGeneration}')
    [ "$taken" != "True$wanted" ] || return 0
    sleep 0.5
  done
  fail "the gateway has not accepted generation $wanted of $ROUTE: $taken"
}

observe() {
  lines=$(deployed) list=''
  while read -r one wanted rest; do
    [ -n "$one" ] || continue
    healthy=false bad=''
    if [ "$wanted" = "${rest%%|*}" ] && [ "$wanted" != 0 ]; then healthy=true; fi
    [ "${rest#*|}" = "" ] || bad=",\"badSince\":\"${rest#*|}\""
    percent=$(share_of "$one")
    list="$list,{\"version\":\"$one\",\"percent\":${percent:-0},\"healthy\":$healthy,\"headers\":{\"x-release-version\":\"$one\"},\"url\":\"$PUBLIC_URL\"$bad}"
  done <<LINES
$lines
LINES
  echo "{\"url\":\"$PUBLIC_URL\",\"pinHeader\":\"x-release-version\",\"revisions\":[${list#,}]}"
}

case $RELEASE_VERB in
check)
  for verb in get create patch delete; do
    k auth can-i "$verb" deployments >/dev/null || fail "this account may not $verb deployments in $NAMESPACE"
  done
  k auth can-i patch httproutes >/dev/null || fail "this account may not patch httproutes in $NAMESPACE"
  [ "$(route '{.metadata.annotations}')" != "" ] || fail "the HTTPRoute $ROUTE needs an annotation, any one, before the first release"
  observe
  ;;
observe) observe ;;
prepare)
  sed "s/SUFFIX/$(echo "$version" | tr . -)/g; s/VERSION/$version/g" "$RELEASE_TREE/deploy/kubernetes.yaml" | k apply --server-side --field-manager=release-command -f - >&2
  k annotate deployment "$(name_of "$version")" release-command/bad-since- >&2
  k rollout status deployment "$(name_of "$version")" --timeout=5m >&2
  serving=$(noted serving)
  [ "$serving" = "" ] || [ "$(share_of "$version")" != "" ] || put "$serving" "$(noted previous)" "$serving" 100
  ;;
shift)
  serving=$(noted serving)
  if [ "$serving" = "" ] || [ "$serving" = "$version" ]; then
    put "$serving" "$(noted previous)" "$version" 100
  else
    put "$serving" "$(noted previous)" "$version" "$RELEASE_PERCENT" "$serving" $((100 - RELEASE_PERCENT))
  fi
  ;;
finish)
  previous=$(noted serving)
  [ "$previous" != "$version" ] || previous=$(noted previous)
  put "$version" "$previous" "$version" 100
  ;;
rollback)
  serving=$(noted serving) previous=$(noted previous)
  put "$version" "$previous" "$version" 100
  for one in $(deployed | cut -d' ' -f1); do
    case $one in "$version") continue ;; esac
    if [ "$version" = "$serving" ] && [ "$one" = "$previous" ]; then continue; fi
    k annotate deployment "$(name_of "$one")" --overwrite=false "release-command/bad-since=$(date -u +%Y-%m-%dT%H:%M:%SZ)" >&2 || true
  done
  k annotate deployment "$(name_of "$version")" release-command/bad-since- >&2
  ;;
remove)
  [ "$(noted serving)" != "$version" ] || fail "$version serves"
  [ "$(share_of "$version")" = "" ] || [ "$(share_of "$version")" = 0 ] || fail "$version has traffic"
  k delete deployment,service -l "app=$APP,version=$version" --wait=true >&2
  serving=$(noted serving)
  put "$serving" "$(noted previous)" "$serving" 100
  ;;
*) fail "unknown verb $RELEASE_VERB" ;;
esac
