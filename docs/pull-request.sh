#!/usr/bin/env bash
# What a pull request changes in the prompts, and what that costs.
#
#   pull-request.sh BASE [FOLDER]     BASE: the branch to merge into, such as origin/main
#
# Prints the findings as annotations, writes them to promptc.sarif as well, and the differences in
# meaning and in price to comment.md. Returns 1 when the prompts do not compile or have a warning.
set -euo pipefail
base=$(git merge-base "$1" HEAD)
folder=${2:-.}
here=$(git rev-parse --show-prefix)
temporary=$(mktemp -d)
trap 'git worktree remove --force "$temporary/base" 2>/dev/null || true; rm -rf "$temporary"' EXIT

failed=0
promptc lint "$folder" --format github --format sarif:promptc.sarif || failed=$?
compiles=0
promptc build "$folder" --out "$temporary/dist" --quiet > /dev/null || compiles=$?

{
  promptc diff "$base" HEAD --format markdown --exit-zero -- "$folder"
  echo
  if [ "$compiles" -eq 0 ]; then
    # A base that does not compile has no plan to compare with.
    git worktree add --quiet --detach "$temporary/base" "$base"
    if (cd "$temporary/base/$here" && promptc plan "$folder" --format json --quiet) > "$temporary/plan.json"; then
      promptc plan "$folder" --compare-to "$temporary/plan.json" --format markdown --quiet
    else
      promptc plan "$folder" --format markdown --quiet
    fi
  else
    echo "The prompts do not compile, so there is no price."
  fi
} > comment.md

exit "$failed"
