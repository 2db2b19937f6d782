#!/bin/sh
# One scheduled run, the same for cron, Kubernetes and Airflow: month.sh --delivery D --warehouse W [what `countywise run` takes]
#
# Without --period it runs the month before this one. Standard output has one JSON object for each attempt, standard error
# a sentence for whatever is not well, and nothing when all is. Ends with
#    0  published, or unchanged since the last release
#    1  findings block publication: somebody has to look; another attempt would end in the same way
#   64  arguments, definitions, settings or the warehouse are wrong, or another run published meanwhile: somebody has to look
#   75  the month is not delivered yet: another attempt may find it
#    2  the engine failed, as does every other code: another attempt may succeed
#
# The environment may say:
#   COUNTYWISE           the command; default: bin/countywise of this copy
#   COUNTYWISE_ATTEMPTS  how often to try while it ends with anything but 0, 1 and 64; default 1, for schedulers that try again themselves
#   COUNTYWISE_PAUSE     seconds between two attempts; default 1800
set -u

countywise=${COUNTYWISE:-$(dirname "$0")/../../bin/countywise}
attempts=${COUNTYWISE_ATTEMPTS:-1}
pause=${COUNTYWISE_PAUSE:-1800}

complain() { echo "month.sh: $*" >&2; }

last_month() {
  year=$(date +%Y) month=$(date +%m)
  month=$((${month#0} - 1))
  if [ "$month" -eq 0 ]; then year=$((year - 1)) month=12; fi
  printf '%04d-%02d\n' "$year" "$month"
}

# `whole VARIABLE VALUE LEAST`
whole() {
  case $2 in '' | *[!0-9]*) ;; *) if [ "$2" -ge "$3" ]; then return; fi ;; esac
  complain "$1 is '$2'; it must be a whole number from $3 on"
  exit 64
}

# Whether all that blocks is that the month has not come.
waiting() {
  blockers=$(grep -c '"severity" *: *"blocker"' "$outcome")
  absent=$(grep -c '"rule" *: *"not_delivered_yet"' "$outcome")
  [ "$blockers" -gt 0 ] && [ "$blockers" -eq "$absent" ]
}

attempt() {
  "$countywise" run --json --quiet "$@" >"$outcome"
  code=$?
  cat "$outcome"
  if [ "$code" -eq 1 ] && waiting; then code=75; fi
}

say() {
  case $code in
    1) complain "nothing was published, findings block it; 'countywise findings --warehouse W' lists them (exit code 1)" ;;
    64) complain "nothing was published, the sentence above says what to put right (exit code 64)" ;;
    75) complain "nothing was published, the month is not delivered yet (exit code 75)" ;;
    *) complain "the engine failed (exit code $code); 'countywise releases --warehouse W' lists what is published" ;;
  esac
}

whole COUNTYWISE_ATTEMPTS "$attempts" 1
whole COUNTYWISE_PAUSE "$pause" 0

named=
for argument; do
  case $argument in --period | --period=*) named=yes ;; esac
done
if [ -z "$named" ]; then set -- "$@" --period "$(last_month)"; fi

outcome=$(mktemp) || exit 2
trap 'rm -f "$outcome"' EXIT

while :; do
  attempt "$@"
  if [ "$code" -ne 0 ]; then say; fi
  attempts=$((attempts - 1))
  case $code in 0 | 1 | 64) break ;; esac
  if [ "$attempts" -le 0 ]; then break; fi
  complain "trying again in $pause seconds"
  sleep "$pause"
done
exit "$code"
