#!/bin/sh
# {{ says.what }}
cd "$(dirname "$0")" || exit 1
port="${1:-8000}"
command -v python3 >/dev/null || { echo '{{ says.missing }}'; exit 1; }
echo '{{ says.type }}'
for address in $(hostname -I 2>/dev/null || ipconfig getifaddr en0 2>/dev/null); do
  case "$address" in *:*) ;; *) echo "    http://$address:$port/" ;; esac
done
echo '{{ says.stop }}'
exec python3 -m http.server "$port"
