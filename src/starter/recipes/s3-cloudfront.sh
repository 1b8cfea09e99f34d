#!/usr/bin/env bash
# EN Publishes on S3 behind CloudFront: BUCKET=… DISTRIBUTION=… SITE=https://… bash recipes/s3-cloudfront.sh
#    What pages need comes first and what is no longer needed goes last, so that no reader finds a hole. CloudFront has
#    no _headers: with host: s3-cloudfront in content/site.yml each page says its content policy itself; for the rest, a
#    response headers policy takes the lines below /* of _site/_headers. A function adds index.html to addresses that end
#    in /. For the clock, start this from cron at odd minutes.
# FR Publie sur S3 derrière CloudFront : BUCKET=… DISTRIBUTION=… SITE=https://… bash recipes/s3-cloudfront.sh
#    Ce dont les pages ont besoin part d’abord, ce qui ne sert plus disparaît en dernier : personne ne tombe dans un
#    trou. CloudFront ne lit pas _headers : avec host: s3-cloudfront dans content/site.yml, chaque page énonce elle-même
#    sa politique de contenu; pour le reste, une « response headers policy » reprend les lignes sous /* de
#    _site/_headers. Une fonction ajoute index.html aux adresses qui se terminent par /. Pour l’horloge, lancez ce script
#    par cron à des minutes impaires.
set -euo pipefail
: "${BUCKET:?}" "${DISTRIBUTION:?}" "${SITE:?}"

npx meaculpa check
npx meaculpa build --against "$SITE"
npx meaculpa verify _site

fresh='public, max-age=0, must-revalidate'
aws s3 sync _site "s3://$BUCKET" --exclude '*' --include 'pagefind/fragment/*' --include 'pagefind/index/*' \
  --cache-control 'public, max-age=31536000, immutable'
aws s3 sync _site "s3://$BUCKET" --exclude '*.html' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' \
  --exclude _headers --exclude _redirects --cache-control "$fresh"
aws s3 sync _site "s3://$BUCKET" --exclude '*' --include '*.html' --cache-control "$fresh"
aws s3 sync _site "s3://$BUCKET" --delete --exclude _headers --exclude _redirects --cache-control "$fresh"
aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths '/*'

npx meaculpa verify "$SITE"
