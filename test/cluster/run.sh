#!/bin/sh
# npm run test:cluster [-- jest's arguments]: the tests of this folder against a real control plane, in a network of their own, with
# nothing but the loopback. Whatever they start ends with them.
set -eu
cd "$(dirname "$0")/../.."
CLUSTER_PARTS=$(sh scripts/install-kubernetes.sh)
export CLUSTER_PARTS
own='--net --pid --fork --mount-proc --kill-child'
[ "$(id -u)" = 0 ] || own="--user --map-root-user $own"
# One option a word.
# shellcheck disable=SC2086
unshare $own true 2>/dev/null || {
  echo "NOT RUN: this machine allows no namespaces (unshare $own); run it as root" >&2
  exit 3
}
# The addresses of the pods are this machine's, so that real processes answer there.
# shellcheck disable=SC2086,SC2016
exec unshare $own sh -c 'ip link set lo up && ip route add local 10.244.0.0/16 dev lo && exec "$@"' sh \
  node --experimental-vm-modules --disable-warning=ExperimentalWarning node_modules/jest/bin/jest.js --config jest.cluster.config.js "$@"
