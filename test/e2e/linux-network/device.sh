#!/bin/sh
# PID 1 of one device, within its own network, UTS, mount and PID namespaces.
#
#   device.sh NAME HOME    HOME holds etc/ (files that replace the machine's), up.batch, lldpd.args, sshd_config
#
# Its /run and /root are its own and its /etc files are bound over the machine's, so that nothing of the machine changes:
# no user is added to it, and a plain `lldpcli` reaches the lldpd of this device.
set -eu
name=$1 home=$2

hostname "$name"
mount -t tmpfs -o mode=755 tmpfs /run
mount -t tmpfs -o mode=700 tmpfs /root
mkdir /run/sshd /run/lldpd
for file in "$home"/etc/*; do
  [ ! -e "/etc/${file##*/}" ] || mount --bind "$file" "/etc/${file##*/}"
done
ip -batch "$home/up.batch"

ssh-keygen -q -t ed25519 -N '' -C "$name" -f "$home/host_key"
# lldpcli gives up root before it reads its file, so that it cannot stand in HOME. A frame each second: heard at once.
echo 'configure lldp tx-interval 1' >/run/lldpd.conf
# shellcheck disable=SC2046 # the file holds several arguments
lldpd -dd -O /run/lldpd.conf $(cat "$home/lldpd.args") >"$home/lldpd.log" 2>&1 &
/usr/sbin/sshd -f "$home/sshd_config" -E "$home/sshd.log"

# PID 1 reaps: the wait of the shell collects the orphans as well.
set +e
while :; do
  sleep 3600 &
  wait $!
done
