#!/bin/sh
# Starts Batik Studio; installs it first, for this user, from this folder and without a network.
# Arguments go to the program:  sh start.sh formats --json
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
parts=$here/parts
program=${XDG_DATA_HOME:-$HOME/.local/share}/batikstudio/program
unset PYTHONPATH PYTHONHOME

find_python() {
  for python in python3 python3.14 python3.13 python3.12 python3.11; do
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
    if grep -qx "$version" "$parts/pythons.txt"; then
      return 0
    fi
  done
  return 1
}

if ! cmp -s "$parts/bundle.id" "$program/ready"; then
  if ! find_python; then
    versions=$(tr '\n' ' ' <"$parts/pythons.txt")
    echo "Batik Studio perlu Python $versions: pasang dulu dari paket sistem ini." >&2
    echo "Batik Studio needs Python $versions: install it from this system's packages first." >&2
    exit 1
  fi
  status=0
  "$python" "$parts/install.py" "$program" || status=$?
  # 3: installed, but Qt lacks libraries. A command without a window works all the same.
  if [ "$status" -ne 0 ] && { [ "$status" -ne 3 ] || [ $# -eq 0 ]; }; then
    exit "$status"
  fi
fi
exec "$program/bin/batikstudio" "$@"
