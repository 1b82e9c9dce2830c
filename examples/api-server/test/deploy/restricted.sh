#!/usr/bin/env bash
# Runs a program as a container would: PID 1, a user without rights or capabilities, nothing writable but /tmp and one folder.
#
#   unshare --mount --pid --fork --mount-proc --kill-child restricted.sh FOLDER PROGRAM...
#
# FOLDER is at /mnt then, and /mnt/data/sentinel is what may be written.
set -euo pipefail

mount --make-rprivate /
mount --bind "$1" /mnt
shift
mount -t tmpfs -o size=16m,mode=1777 tmpfs /tmp
while read -r _ target _; do
  case $target in
    /tmp | /proc* | /sys* | /dev*) ;;
    *) mount -o remount,bind,ro "$target" 2>/dev/null || true ;;
  esac
done </proc/self/mounts
mount --bind /mnt/data/sentinel /mnt/data/sentinel
mount -o remount,bind,rw /mnt/data/sentinel
if touch /mnt/app/written /written 2>/dev/null; then
  echo 'The file system is writable.' >&2
  exit 1
fi
cd /mnt/app/examples/api-server
exec setpriv --reuid=65532 --regid=65532 --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all -- "$@"
