#!/bin/sh
# A deploy command for Kubernetes with the Gateway API: a Deployment and a Service for each version, weights in one HTTPRoute.
# Settings:
#   env: { APP: shop, NAMESPACE: shop, ROUTE: shop, PUBLIC_URL: "https://shop.example.com" }
#     and, where they differ: PORT (of the Service, 80), READY_TIMEOUT (of a rollout, 5m; below the setting `timeout`)
#   pass: [KUBECONFIG], and what its login reads (AWS_PROFILE, GOOGLE_APPLICATION_CREDENTIALS, …)
#   manual: ["APP=shop NAMESPACE=shop ROUTE=shop RELEASE_VERB=rollback RELEASE_VERSION={version} ./deploy/kubernetes.sh"]
# kubernetes.yaml, in the project as deploy/kubernetes.yaml: the Deployment and the Service of a version; $SUFFIX and $VERSION are replaced here.
# kubernetes-once.yaml, applied once by a person: the HTTPRoute, and the rights that this command needs, no more.
# All rules of that HTTPRoute are written here: one for each version, by the header x-release-version, and last the one of all clients.
set -eu
version=${RELEASE_VERSION:-} leaving=''

fail() {
  echo "$*" >&2
  exit 1
}
command -v kubectl >/dev/null || fail "kubectl is not installed here, or not in PATH"
k() { kubectl --namespace "$NAMESPACE" --request-timeout=20s "$@"; }
name_of() { echo "$APP-$1" | tr . -; }

# One read of the route and one of the Deployments. All that follows is decided by them; `put` fails where they were overtaken.
look() {
  seen=$(k get httproute "$ROUTE" -o 'jsonpath={.metadata.resourceVersion}|{.metadata.generation}|{.metadata.annotations.release-command/serving}|{.metadata.annotations.release-command/previous}|{range .spec.rules[-1:].backendRefs[*]}{.name}={.weight} {end}') ||
    fail "the HTTPRoute $ROUTE in the namespace $NAMESPACE cannot be read"
  IFS='|' read -r stamp generation serving previous weights <<SEEN
$seen
SEEN
  total=0
  for one in $weights; do total=$((total + ${one#*=})); done
}
look_at_deployments() { # a line each
  deployed=$(k get deployment -l "app=$APP,version" -o 'jsonpath={range .items[*]}{.metadata.labels.version}|{.metadata.generation}|{.status.observedGeneration}|{.spec.replicas}|{.status.updatedReplicas}|{.status.conditions[?(@.type=="Available")].status}|{.metadata.annotations.release-command/bad-since}{"\n"}{end}')
  versions=$(echo "$deployed" | cut -d'|' -f1)
}
share_of() { # in percent; nothing where the rule of all clients does not name it
  for one in $weights; do
    [ "${one%=*}" != "$(name_of "$1")" ] || echo $((total == 0 ? 0 : ${one#*=} * 100 / total))
  done
}
bad_since() { echo "$deployed" | sed -n "s/^$1|.*|//p"; }

# One write for everything: who serves, and all rules. It fails when somebody else changed what we read; the gateway's own notes are no change.
put() { # serving previous version percent [version percent]
  known="$generation|$serving|$previous" port=${PORT:-80} notes="\"release-command/serving\":\"$1\",\"release-command/previous\":\"$2\"" rules='' refs=''
  shift 2
  while [ $# -gt 1 ]; do
    refs="$refs,{\"name\":\"$(name_of "$1")\",\"port\":$port,\"weight\":$2}"
    shift 2
  done
  for one in $versions; do
    case " $leaving " in *" $one "*) continue ;; esac
    rules="$rules{\"matches\":[{\"headers\":[{\"name\":\"x-release-version\",\"value\":\"$one\"}]}],\"backendRefs\":[{\"name\":\"$(name_of "$one")\",\"port\":$port}]},"
  done
  until said=$(k patch httproute "$ROUTE" --type=merge -p "{\"metadata\":{\"resourceVersion\":\"$stamp\",\"annotations\":{$notes}},\"spec\":{\"rules\":[$rules{\"backendRefs\":[${refs#,}]}]}}" 2>&1); do
    case $said in *"(Conflict)"*) look ;; *) fail "$said" ;; esac
    [ "$generation|$serving|$previous" = "$known" ] || fail "somebody else changed the HTTPRoute $ROUTE meanwhile: $said"
  done
  # Written is not done: the gateway says when it has taken in this generation, and whether it found the Services.
  look
  for _ in $(seq 60); do
    taken=$(k get httproute "$ROUTE" -o 'jsonpath={range .status.parents[*].conditions[*]}{.type}={.status}@{.observedGeneration} {end}')
    if is_taken; then return 0; fi
    sleep 0.5
  done
  fail "no gateway has taken in generation $generation of the HTTPRoute $ROUTE; its conditions: ${taken:-none}"
}
is_taken() {
  case " $taken" in *" Accepted=True@$generation "*) ;; *) return 1 ;; esac
  for one in $taken; do
    case $one in
    "Accepted=True@$generation" | "ResolvedRefs=True@$generation") ;;
    Accepted=* | ResolvedRefs=*) return 1 ;;
    esac
  done
}
take_down() { # version: nobody is sent there any more
  k delete deployment,service -l "app=$APP,version=$1" --wait=true >&2
}

observe() {
  look
  look_at_deployments
  list=''
  while IFS='|' read -r one written read replicas updated available since; do
    [ -n "$one" ] || continue
    healthy=false bad=''
    if [ "$written" = "$read" ] && [ "$replicas" = "$updated" ] && [ "$replicas" != 0 ] && [ "$available" = True ]; then healthy=true; fi
    [ "$since" = "" ] || bad=",\"badSince\":\"$since\""
    percent=$(share_of "$one")
    list="$list,{\"version\":\"$one\",\"percent\":${percent:-0},\"healthy\":$healthy,\"headers\":{\"x-release-version\":\"$one\"},\"url\":\"$PUBLIC_URL\"$bad}"
  done <<LINES
$deployed
LINES
  echo "{\"url\":\"$PUBLIC_URL\",\"pinHeader\":\"x-release-version\",\"revisions\":[${list#,}]}"
}

case $RELEASE_VERB in
check)
  asked=$(
    for right in apps/deployments/create apps/deployments/delete apps/deployments/get apps/deployments/list apps/deployments/patch \
      apps/deployments/watch /services/create /services/delete /services/get /services/list /services/patch /services/watch \
      gateway.networking.k8s.io/httproutes/get gateway.networking.k8s.io/httproutes/patch; do
      what=${right#*/}
      echo "{\"group\":\"${right%%/*}\",\"resource\":\"${what%/*}\",\"verb\":\"${what#*/}\",\"namespace\":\"$NAMESPACE\"}" |
        sed 's/.*/{"apiVersion":"authorization.k8s.io\/v1","kind":"SelfSubjectAccessReview","spec":{"resourceAttributes":&}}/'
    done
  )
  may=$(echo "$asked" | k create --validate=false -f - -o 'jsonpath={.status.allowed} {.spec.resourceAttributes.verb} {.spec.resourceAttributes.resource}{"\n"}') ||
    fail "the cluster does not say what this account may do"
  missing=$(echo "$may" | sed -n 's/^true .*//; s/^[a-z]* \{1,\}\(..*\)/\1/p' | paste -sd, - | sed 's/,/, /g')
  [ "$missing" = "" ] || fail "this account may not, in the namespace $NAMESPACE: $missing"
  observe
  ;;
observe) observe ;;
prepare)
  name=$(name_of "$version")
  manifest="$RELEASE_TREE/deploy/kubernetes.yaml"
  [ -r "$manifest" ] || fail "the commit of $version has no deploy/kubernetes.yaml"
  sed "s/[$]SUFFIX/$(echo "$version" | tr . -)/g; s/[$]VERSION/$version/g" "$manifest" | k apply --server-side --field-manager=release-command -f - >&2
  k annotate deployment "$name" release-command/bad-since- >&2
  k rollout status deployment "$name" --timeout="${READY_TIMEOUT:-5m}" >&2 || {
    # Why, as far as its pods say.
    k get pods -l "app=$APP,version=$version" -o 'jsonpath={range .items[*]}{.metadata.name} {.status.phase} {.status.containerStatuses[*].state.*.reason} {.status.containerStatuses[*].state.*.message}{"\n"}{end}' >&2 || true
    exit 1
  }
  look
  look_at_deployments
  # Reachable by its header, and nothing else changes.
  [ "$serving" = "" ] || [ "$(share_of "$version")" != "" ] || put "$serving" "$previous" "$serving" 100
  ;;
shift)
  look
  look_at_deployments
  if [ "$serving" = "" ] || [ "$serving" = "$version" ]; then
    put "$serving" "$previous" "$version" 100
  else
    put "$serving" "$previous" "$version" "$RELEASE_PERCENT" "$serving" $((100 - RELEASE_PERCENT))
  fi
  ;;
finish)
  look
  look_at_deployments
  before=$previous
  [ "$serving" = "$version" ] || before=$serving
  # The one before stays up, and what was rolled back; older ones go: a route holds 16 rules.
  for one in $versions; do
    case $one in "$version" | "$before") continue ;; esac
    [ "$(bad_since "$one")" != "" ] || leaving="$leaving $one"
  done
  put "$version" "$before" "$version" 100
  for one in $leaving; do take_down "$one"; done
  ;;
rollback)
  look
  look_at_deployments
  innocent=''
  # Who served before is innocent when the candidate of a rollout under way goes.
  [ "$version" != "$serving" ] || innocent=$previous
  put "$version" "$previous" "$version" 100
  for one in $versions; do
    case $one in "$version" | "$innocent") continue ;; esac
    [ "$(bad_since "$one")" != "" ] || k annotate deployment "$(name_of "$one")" "release-command/bad-since=$(date -u +%Y-%m-%dT%H:%M:%SZ)" >&2
  done
  k annotate deployment "$(name_of "$version")" release-command/bad-since- >&2
  ;;
remove)
  look
  look_at_deployments
  [ "$serving" != "$version" ] || fail "$version serves"
  case $(share_of "$version") in '' | 0) ;; *) fail "$version has traffic" ;; esac
  leaving=$version
  [ "$serving" = "" ] || put "$serving" "$previous" "$serving" 100
  take_down "$version"
  ;;
*) fail "unknown verb $RELEASE_VERB" ;;
esac
