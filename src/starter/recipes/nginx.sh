#!/usr/bin/env bash
# EN Publishes on a server of your own, where recipes/nginx.conf serves the folder. Once, on that server: Node and Git,
#    git clone ADDRESS-OF-THE-REPOSITORY /srv/status/site, with /srv/status belonging to whoever runs this, and a line of
#    cron (crontab -e), which sees a push within five minutes and the clock as well; your CI may start it over SSH too:
#      2-59/5 * * * * cd /srv/status/site && FOLDER=/srv/status/_site SITE=https://status.example.ca bash recipes/nginx.sh
# FR Publie sur votre propre serveur, où recipes/nginx.conf sert le dossier. Une seule fois, sur ce serveur : Node et Git,
#    git clone ADRESSE-DU-DEPOT /srv/status/site, où /srv/status appartient au compte qui lance ce script, et une ligne de
#    cron (crontab -e), qui voit un push en moins de cinq minutes, et l’horloge aussi; votre CI peut également le lancer
#    par SSH :
#      2-59/5 * * * * cd /srv/status/site && FOLDER=/srv/status/_site SITE=https://status.example.ca bash recipes/nginx.sh
set -euo pipefail
: "${FOLDER:?}" "${SITE:?}"

# EN One run at a time; the next one brings what this one leaves.
# FR Un seul passage à la fois; le suivant apporte ce que celui-ci laisse.
exec 9> .publishing.log
flock -n 9 || exit 0

git pull --quiet --ff-only

# EN Nothing to do, and nothing said, while no commit has come and the clock has changed nothing: so the release before
#    is another site, and “rollback” holds until the next push or the hour that “meaculpa next” says.
# FR Rien à faire, et rien à dire, tant qu’aucun commit n’est arrivé et que l’horloge n’a rien changé : la version
#    précédente est donc un autre site, et « rollback » tient jusqu’au prochain push ou à l’heure que dit
#    « meaculpa next ».
wanted="$(git rev-parse HEAD) $SITE $FOLDER"
if [ -e "$FOLDER" ] && [ -e .published.log ]; then
  { read -r published && read -r moment; } < .published.log || published=''
  [ "$published" = "$wanted" ] && [ "$(date +%s)" -lt "$moment" ] && exit 0
fi

[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund --silent
npx meaculpa check
coming=$(npx meaculpa next)
moment=${coming%% *}
npx meaculpa build --releases --output "$FOLDER" --against "$SITE"
npx meaculpa verify "$FOLDER"
npx meaculpa verify "$SITE" --against "$FOLDER"
printf '%s\n' "$wanted" "$(date -d "${moment:-9999-01-01}" +%s)" > .published.log
