# ./workbook book: the pages as an offline site. Sourced by ./workbook.
# shellcheck shell=bash disable=SC2034,SC2154

need_for_book() {
    missing=() why=()
    need doxygen "reads the headers and the pages" doxygen
    need nodejs "makes the HTML" node
    need npm "fetches KaTeX and the search" npm
}

need_for_browser() {
    missing=() why=()
    need chromium "prints and tests the book" chromium
    need poppler-utils "reads the printed book" pdfinfo
    need fonts-urw-base35 "the printed book's typeface" share/fonts/opentype/urw-base35/P052-Roman.otf
}

# Packages from npm, in the versions of the lock file; again when that changes.
npm_packages() {
    local log="$root/build/npm.log" have="$root/build/node_modules/installed"
    cmp -s docs/package-lock.json "$have" && return
    say "fetching the packages of docs/package.json with npm"
    cp docs/package.json docs/package-lock.json build/
    npm ci --prefix build --no-audit --no-fund > "$log" 2>&1 9>&- ||
        fail "npm could not fetch the packages ($(grep -m 1 'npm ERR!\|npm error' "$log" || echo "no reason given"));" \
            "the whole story is in build/npm.log"
    cp docs/package-lock.json "$have"
}

book() {
    local option=${1:-} programs=()
    if [ $# -gt 1 ] || [[ ! $option =~ ^(|--pdf|--check)$ ]]; then
        fail "book takes nothing, --pdf or --check, not: $*"
    fi
    prepare need_for_book
    if [ -n "$option" ]; then set_up need_for_browser; fi
    npm_packages
    mapfile -t programs < <(chapters; chapters | sed 's/$/_claims/')
    say "building the programs and the tests of the claims"
    build weave "${programs[@]}"
    exec 9> "$root/build/lock"
    if command -v flock > /dev/null; then flock 9; fi
    if [ -e docs/widgets/commands.sh ]; then
        # shellcheck source=docs/widgets/commands.sh
        source docs/widgets/commands.sh
        widgets_build "$root/build/widgets.js"
    fi
    node docs/book/book.mjs build/dev build/book
    case $option in
        --pdf) node docs/book/print.mjs build/book ;;
        --check)
            node docs/book/print.mjs build/book
            say "testing in a browser; a few minutes"
            node --test tests/book/*_test.mjs
            ;;
    esac
}
