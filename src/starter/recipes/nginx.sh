#!/usr/bin/env bash
# EN Publishes on a server of your own, where recipes/nginx.conf serves the folder. Once, on that server: Node and Git,
#    git clone ADDRESS-OF-THE-REPOSITORY /srv/status/site, and a line of cron (crontab -e), which sees a push within
#    five minutes and the clock as well; your CI may start it over SSH too:
#      2-59/5 * * * * cd /srv/status/site && FOLDER=/srv/status/_site SITE=https://status.example.ca bash recipes/nginx.sh
# FR Publie sur votre propre serveur, où recipes/nginx.conf sert le dossier. Une seule fois, sur ce serveur : Node et Git,
#    git clone ADRESSE-DU-DEPOT /srv/status/site, et une ligne de cron (crontab -e), qui voit un push en moins de cinq
#    minutes, et l’horloge aussi; votre CI peut également le lancer par SSH :
#      2-59/5 * * * * cd /srv/status/site && FOLDER=/srv/status/_site SITE=https://status.example.ca bash recipes/nginx.sh
set -euo pipefail
: "${FOLDER:?}" "${SITE:?}"

# EN One run at a time; the next one brings what this one leaves.
# FR Un seul passage à la fois; le suivant apporte ce que celui-ci laisse.
exec 9> .publishing.log
flock -n 9 || exit 0

git pull --quiet --ff-only
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund --silent
npx meaculpa check
npx meaculpa build --releases --output "$FOLDER" --against "$SITE"
npx meaculpa verify "$FOLDER"
npx meaculpa verify "$SITE" --against "$FOLDER"
