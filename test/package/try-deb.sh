#!/bin/sh
# Installs a .deb on a copy of this system that is gone afterwards, starts the app with a file, removes the package, and
# prints what is left. To be run by `unshare --mount` as root: try-deb.sh PACKAGE SCRATCH-FOLDER FILE
set -eu
package=$1 scratch=$2 file=$3

# What is written lands in `upper`; the system below stays as it is.
mount -t tmpfs none "$scratch"
mkdir "$scratch/upper" "$scratch/work" "$scratch/system"
mount -t overlay none "$scratch/system" \
  -o "lowerdir=/,upperdir=$scratch/upper,workdir=$scratch/work"
system=$scratch/system
for special in proc sys dev; do mount --rbind "/$special" "$system/$special"; done
mkdir -p "$system/person"
cp "$package" "$system/person/package.deb"
cp "$file" "$system/person/mail.p12"

inside() { chroot "$system" /usr/bin/env -i HOME=/person PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }

inside dpkg --install /person/package.deb
echo "link: $(inside readlink -f /usr/bin/latchkey)"
echo "type: $(inside grep '^application/x-pkcs12.*p12' /usr/share/mime/globs)"
echo "opens: $(inside grep '^MimeType=' /usr/share/applications/latchkey.desktop)"
echo "owned by others: $(find "$scratch/upper/opt" ! -user root | wc -l)"

# As root Chromium refuses to start with its sandbox on.
inside STANDIN_HEADED=1 "STANDIN_NODE=$STANDIN_NODE" \
  xvfb-run -a -s '-screen 0 1280x800x24' latchkey --no-sandbox /person/mail.p12 >"$scratch/said" 2>&1 &
app=$!
recent=$system/person/.config/Latchkey/recent-files.json
for _ in $(seq 60); do
  if [ -s "$recent" ]; then break; fi
  sleep 0.5
done
if kill -0 $app 2>/dev/null; then echo 'running: yes'; else cat "$scratch/said"; fi
echo "opened: $(grep -o '/person/mail.p12' "$recent" || cat "$scratch/said")"
# The wrapper, then whatever of it lives on in the copy.
kill $app 2>/dev/null || true
for root in /proc/[0-9]*/root; do
  if [ "$(readlink "$root")" = "$system" ]; then
    process=${root#/proc/}
    kill -9 "${process%/root}" 2>/dev/null || true
  fi
done
wait 2>/dev/null || true

inside dpkg --remove latchkey
inside dpkg --purge latchkey 2>/dev/null || true
# What is new: not there below, not dpkg's own memory, not the person's.
cd "$scratch/upper"
find . ! -type d ! -type c | sed 's/^\.//' |
  grep -vE '^/(person|tmp|var/(lib/dpkg|log|cache|tmp))/' |
  while read -r path; do
    if [ ! -e "$path" ]; then echo "left: $path"; fi
  done
find ./opt ./usr ./etc -type d 2>/dev/null | sed 's/^\.//' |
  while read -r path; do
    if [ ! -e "$path" ] && [ -d "$system$path" ]; then echo "left: $path/"; fi
  done
echo done
