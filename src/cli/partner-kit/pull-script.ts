import type { KitFacts } from './kit-facts';

/** A text as one word of the shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

// What stands in the shell's braces is no place of this template.
const D = '$';

const script = (base: string, testAdvisory: string, testDigest: string) => String.raw`#!/usr/bin/env bash
# Pulls what is new for your team, fetches its documents, verifies each, and remembers where it stopped.
#   ./pull.sh         pull; run it every few minutes
#   ./pull.sh check   say whether the connection works; nothing is received by it but a test advisory
# Needs bash, curl, sed, grep and sha256sum or shasum. Ends with 0 when all went well; 75 means: later.
set -euo pipefail
umask 077

here=$(cd "$(dirname "$0")" && pwd)
base=${D}{ACCORD_URL:-${quoted(base)}}
test_advisory=${quoted(testAdvisory)}
test_digest=${quoted(testDigest)}
key_file=${D}{ACCORD_KEY_FILE:-"$here/api-key"}
into=${D}{ACCORD_INTO:-"$here/received"}
limit=${D}{ACCORD_LIMIT:-100}
most_tries=${D}{ACCORD_TRIES:-6}

say() { printf '%s\n' "$*" >&2; }
die() { code=$1; shift; say "$*"; exit "$code"; }

[ -r "$key_file" ] || die 77 "There is no API key in $key_file. Put it there, in one line, with mode 0600."
key=$(tr -d '[:space:]' < "$key_file")
mkdir -p "$into/documents" "$into/pages"
work=$(mktemp -d "$into/.work.XXXXXX")
trap 'rm -rf "$work"' EXIT

digest() {
  if command -v sha256sum > /dev/null; then sha256sum < "$1"; else shasum -a 256 < "$1"; fi | cut -d ' ' -f 1
}

# get URL FILE [OPTION OF CURL...]: fills FILE and sets status. The key goes over standard input: no list of
# processes shows it. Waits as long as the server asks for when it is too busy or we are too many.
get() {
  local url=$1 to=$2 try=1 wait=2 pause
  shift 2
  while :; do
    : > "$work/headers"
    status=$(printf 'header = "Authorization: Bearer %s"\n' "$key" |
      curl -q --silent --show-error --config - --max-time 300 --dump-header "$work/headers" \
        --output "$to" --write-out '%{http_code}' "$@" --url "$url") || status=000
    case $status in
      000 | 429 | 502 | 503 | 504) ;;
      *) return 0 ;;
    esac
    [ "$try" -lt "$most_tries" ] || die 75 "Still $status after $try tries: $url. Try again later."
    pause=$(sed -n 's/^[Rr][Ee][Tt][Rr][Yy]-[Aa][Ff][Tt][Ee][Rr]: *\([0-9][0-9]*\).*/\1/p' "$work/headers" | tail -n 1)
    [ -n "$pause" ] || pause=$wait
    say "$status: waiting $pause s."
    sleep "$pause"
    try=$((try + 1)) wait=$((wait * 2))
  done
}

# accepted FILE: goes on after 200, and otherwise says what is the matter.
accepted() {
  case $status in
    200) return 0 ;;
    400) die 65 "The cursor in $into/cursor is not accepted. Move it away to begin the feed anew. $(cat "$1")" ;;
    401) die 77 "The API key is not accepted: it has ended, was revoked, or is not for this address." ;;
    *) die 1 "$status: $(cat "$1")" ;;
  esac
}

# documents_of FILE: a line for each document that is listed, with address and digest. Quotes within texts are
# escaped in JSON, so no title can be taken for one.
documents_of() {
  grep -o '"href":"[^"\\]*"[^{}]*"sha256":"[0-9a-f]\{64\}"' "$1" |
    sed 's/^"href":"\([^"]*\)".*"sha256":"\([0-9a-f]*\)"$/\1 \2/' || true
}

# fetch HREF DIGEST FILE: the document, if it has the digest that was told.
fetch() {
  case $1 in /api/v1/*) ;; *) die 1 "This is no address of a document: $1" ;; esac
  get "$base$1" "$work/document"
  # Changed or gone since it was listed: pulled again from the old cursor, the feed tells the news.
  [ "$status" != 404 ] || die 75 "No longer there: $1. Run this again."
  accepted "$work/document"
  [ "$(digest "$work/document")" = "$2" ] || die 75 "Not what was listed: $1. Nothing of it is kept. Run this again."
  mv "$work/document" "$3"
}

check() {
  get "$base/api/v1/me" "$work/me"
  accepted "$work/me"
  say "The API key is accepted. What it is for, and what is missing to receive more:"
  cat "$work/me"
  echo
  get "$base/api/v1/feed?limit=1" "$work/head" --head
  [ "$status" = 200 ] || die 1 "The feed answers $status."
  say "The feed answers. Nothing of it counts as received by this check."
  [ -n "$test_advisory" ] || return 0
  get "$base/api/v1/advisories/$test_advisory/csaf" "$work/test"
  [ "$status" != 404 ] || die 1 "The test advisory is no longer there. That says nothing against the connection."
  accepted "$work/test"
  if [ -z "$test_digest" ]; then
    say "Fetched the test advisory."
  elif [ "$(digest "$work/test")" = "$test_digest" ]; then
    say "Fetched and verified the test advisory."
  else
    die 1 "The test advisory is not what it was when this was written: it was changed there or on its way here."
  fi
}

pull() {
  local entries=0 fetched=0 there=0 page=$work/page number sha href count
  local cursor='' more=true
  [ ! -s "$into/cursor" ] || cursor=$(cat "$into/cursor")
  while [ "$more" = true ]; do
    if [ -n "$cursor" ]; then
      get "$base/api/v1/feed" "$page" --get --data-urlencode "limit=$limit" --data-urlencode "cursor=$cursor"
    else
      get "$base/api/v1/feed" "$page" --get --data-urlencode "limit=$limit"
    fi
    accepted "$page"
    next=$(sed -n 's/.*,"next":"\([^"]*\)"}$/\1/p' "$page")
    more=$(sed -n 's/.*,"more":\([a-z]*\),"next":"[^"]*"}$/\1/p' "$page")
    [ -n "$next" ] && [ -n "$more" ] || die 1 "The answer is no page of a feed."
    count=$(grep -o '{"event":"' "$page" | wc -l) || count=0
    documents_of "$page" > "$work/list"
    while read -r href sha; do
      if [ -e "$into/documents/$sha" ] && [ "$(digest "$into/documents/$sha")" = "$sha" ]; then
        there=$((there + 1))
      else
        fetch "$href" "$sha" "$into/documents/$sha"
        fetched=$((fetched + 1))
      fi
    done < "$work/list"
    # The cursor comes last: whatever ends this before, the page is pulled again. So a page may be there twice.
    if [ "$count" -gt 0 ]; then
      number=$(($(find "$into/pages" -name '*.json' | wc -l) + 1))
      mv "$page" "$into/pages/$(printf '%08d' "$number").json"
    fi
    printf '%s' "$next" > "$work/cursor"
    mv "$work/cursor" "$into/cursor"
    entries=$((entries + count)) cursor=$next
  done
  say "$entries entries; $fetched documents fetched and verified, $there there already."
  [ "$entries" -gt 0 ] || [ -n "$(find "$into/pages" -name '*.json' | head -n 1)" ] ||
    say "Nothing is shared with your team yet. Say ./pull.sh check to see that the connection works."
}

case ${D}{1:-pull} in
  pull) pull ;;
  check) check ;;
  *) die 64 "Say ./pull.sh or ./pull.sh check." ;;
esac
`;

/** The script with which a partner pulls, before it has a program of its own. */
export const pullScript = ({ base, testItem }: KitFacts): string =>
  script(base, testItem?.id ?? '', testItem?.sha256 ?? '');
