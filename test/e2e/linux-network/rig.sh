#!/bin/sh
# A network of real Linux devices: one set of namespaces each, joined by veth pairs.
#
#   rig.sh ID DIR     ID is nwrig-<pid>-<start time>-<n> of the process that owns the rig; DIR holds the plan:
#     DIR/namespaces  one network namespace a line, the management one first
#     DIR/cables.batch  `ip -batch` from outside: every veth pair
#     DIR/mgmt.batch  `ip -batch` within the management namespace: the bridge that joins the devices' eth0
#     DIR/devices/NAME/...  what device.sh reads
#     DIR/devices.list  "NAME NAMESPACE" a line
#
# Prints `ready` when every sshd listens, then waits for the end of its standard input. The owner holds that open, so that
# a rig ends with its owner, however that ended (SIGKILL too). A rig that outlived even this is removed by the next one.
set -u
id=$1 dir=$2
here=$(dirname "$0")

end_namespaces() { # those whose name starts with $1
  for ns in /run/netns/"$1"-*; do
    [ -e "$ns" ] || continue
    ns=${ns#/run/netns/}
    ip netns pids "$ns" | xargs -r kill -9 2>/dev/null
    ip netns del "$ns"
  done
}

end_rig() {
  trap '' INT TERM HUP
  # unshare --kill-child takes PID 1 of the device with it, and that every process of the device.
  [ -z "${devices:-}" ] || kill -9 $devices 2>/dev/null
  wait
  end_namespaces "$id"
  rm -rf "$dir"
}

start_time() { # of process $1: field 22 of its stat, counted from the end of the name, which may hold blanks
  sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20
}

end_stale_rigs() {
  for ns in /run/netns/nwrig-*-mgmt; do
    [ -e "$ns" ] || continue
    stale=${ns#/run/netns/} && stale=${stale%-mgmt}
    owner=${stale#nwrig-} && owner=${owner%-*}
    [ "$(start_time "${owner%-*}")" = "${owner#*-}" ] && continue
    end_namespaces "$stale"
    rm -rf "${dir%/*}/$stale"
  done
}

end_stale_rigs
trap 'exit 143' INT TERM HUP
trap end_rig EXIT

while read -r ns; do ip netns add "$ns" || exit 1; done <"$dir/namespaces"
read -r mgmt <"$dir/namespaces"
ip -batch "$dir/cables.batch" || exit 1
ip -n "$mgmt" -batch "$dir/mgmt.batch" || exit 1

devices=
while read -r name ns; do
  home=$dir/devices/$name
  ip netns exec "$ns" unshare --uts --mount --pid --fork --kill-child --mount-proc \
    sh "$here/device.sh" "$name" "$home" </dev/null >"$home/init.log" 2>&1 &
  devices="$devices $!"
  echo $! >"$home/unshare.pid"
done <"$dir/devices.list"

tries=0
while read -r name ns; do
  until [ -s "$dir/devices/$name/sshd.pid" ]; do
    tries=$((tries + 1))
    [ $tries -lt 600 ] || { echo "$name did not come up: $(cat "$dir/devices/$name/init.log")" >&2; exit 1; }
    sleep 0.05
  done
  read -r parent <"$dir/devices/$name/unshare.pid"
  pgrep -P "$parent" >"$dir/devices/$name/init.pid" || exit 1
done <"$dir/devices.list"

echo ready
cat >/dev/null
