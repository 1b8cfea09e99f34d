#!/usr/bin/env bash
# EN Publishes on S3 behind CloudFront: BUCKET=… DISTRIBUTION=… SITE=https://… bash recipes/s3-cloudfront.sh
#    What pages need comes first and what is no longer needed goes last, so that no reader finds a hole. Once, before:
#      - the bucket is private; its policy lets the distribution (origin access control) do s3:GetObject and s3:ListBucket,
#        without which what is not there would be 403 and not 404;
#      - default root object: index.html; at “Viewer request” the function of recipes/cloudfront-function.js;
#      - cache policy: CachingOptimized; error pages: 404 leads to /404.html, with status 404;
#      - a response headers policy with the four lines below /* at the head of _site/_headers, and frame-ancestors 'none'
#        as Content-Security-Policy: the rest of its policy each page says itself, with host: s3-cloudfront in
#        content/site.yml. A second one, with frame-ancestors *, for /en/banner/* and /fr/bandeau/*;
#      - whoever runs this may do s3:ListBucket, s3:PutObject and s3:DeleteObject on the bucket, and
#        cloudfront:CreateInvalidation and cloudfront:GetInvalidation on the distribution, and nothing else.
#    Start it from your CI on push, after npm ci, and by the clock at odd minutes, never two runs at once: 17,47 * * * *
# FR Publie sur S3 derrière CloudFront : BUCKET=… DISTRIBUTION=… SITE=https://… bash recipes/s3-cloudfront.sh
#    Ce dont les pages ont besoin part d’abord, ce qui ne sert plus disparaît en dernier : personne ne tombe dans un
#    trou. Une seule fois, avant :
#      - le compartiment (bucket) est privé; sa politique permet à la distribution (origin access control) s3:GetObject et
#        s3:ListBucket, sans quoi ce qui n’existe pas répondrait 403 au lieu de 404;
#      - default root object : index.html; à « Viewer request », la fonction de recipes/cloudfront-function.js;
#      - cache policy : CachingOptimized; error pages : 404 mène à /404.html, avec l’état 404;
#      - une « response headers policy » avec les quatre lignes sous /* en tête de _site/_headers, et frame-ancestors 'none'
#        comme Content-Security-Policy : le reste, chaque page l’énonce elle-même, avec host: s3-cloudfront dans
#        content/site.yml. Une seconde, avec frame-ancestors *, pour /en/banner/* et /fr/bandeau/*;
#      - qui lance ce script a droit à s3:ListBucket, s3:PutObject et s3:DeleteObject sur le compartiment, à
#        cloudfront:CreateInvalidation et cloudfront:GetInvalidation sur la distribution, et à rien d’autre.
#    Lancez-le dans votre CI à chaque push, après npm ci, et selon l’horloge à des minutes impaires, jamais deux passages
#    à la fois : 17,47 * * * *
set -euo pipefail
: "${BUCKET:?}" "${DISTRIBUTION:?}" "${SITE:?}"

npx meaculpa check
npx meaculpa build --against "$SITE"
npx meaculpa verify _site

fresh='public, max-age=0, must-revalidate'
put() { aws s3 sync _site "s3://$BUCKET" --exclude '*' --cache-control "$fresh" "$@"; }
typed() { put --content-type "$1; charset=utf-8" "${@:2}"; }

# EN What is named comes before what names it: what pages load, the pages below the lists, the lists and the index of
#    the search, then what leads machines to pages.
# FR Ce qui est nommé part avant ce qui le nomme : ce que chargent les pages, les pages sous les listes, les listes et
#    l’index de la recherche, puis ce qui mène les machines aux pages.
put --include 'assets/search/*/*' --cache-control 'public, max-age=31536000, immutable'
typed text/plain --include '*.txt'
typed text/javascript --include '*.js'
put --include '*' --exclude '*.html' --exclude '*.json' --exclude '*.xml' --exclude '*.ics' --exclude 'history.*' \
  --exclude _headers --exclude _redirects
put --include '*/*/*/index.html'
put --include '*.html' --include 'assets/search/*.json'
typed text/calendar --include '*.ics'
typed application/atom+xml --include '*/feed.xml' --include history.atom
typed application/rss+xml --include history.rss
typed application/feed+json --include '*/feed.json'
put --include '*' --exclude _headers --exclude _redirects
aws s3 sync _site "s3://$BUCKET" --delete --exclude _headers --exclude _redirects --cache-control "$fresh"
asked=$(aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths '/*' \
  --query Invalidation.Id --output text)
aws cloudfront wait invalidation-completed --distribution-id "$DISTRIBUTION" --id "$asked"

npx meaculpa verify "$SITE" --against _site
