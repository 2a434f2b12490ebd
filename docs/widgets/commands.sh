# The widgets of the book. Sourced by the command ./workbook, which provides need, set_up, fail, say and root.
# shellcheck shell=bash disable=SC2154,SC2034

need_for_widgets() {
    missing=() why=()
    need emscripten "compiles the widgets to WebAssembly" em++
    need libeigen3-dev "vectors and matrices" include/eigen3/Eigen/Core
    need nodejs "runs Emscripten's tools" node
}

# em COMMAND...: an Emscripten command; its tools find Debian's node packages with any node
em() { NODE_PATH=/usr/share/nodejs nice "$@"; }

# eigen_folder: the folder of Eigen's headers
eigen_folder() {
    local prefix
    for prefix in "${prefixes[@]}"; do
        [ -e "$prefix/include/eigen3/Eigen/Core" ] && printf '%s\n' "$prefix/include/eigen3" && return
    done
}

# widgets_build FILE: makes FILE, the one script with all that the widgets need: their style, the WebAssembly of
# widgets.cpp, and what draws. Does nothing when FILE is newer than all of it.
widgets_build() {
    local output=$1 sources=$root/docs/widgets log="$root/build/widgets.log" folder newer
    if [ -e "$output" ]; then
        newer=$(find "$sources" "$root/common/nn" "$root/common/numpy" -newer "$output" -print -quit)
        [ -n "$newer" ] || return 0
    fi
    set_up need_for_widgets
    say "compiling the widgets"
    folder=$(mktemp -d "$root/build/widgets.XXXXXX")
    if ! em em++ -std=c++20 -Os -ffp-contract=off -DNDEBUG -I "$root/common" -isystem "$(eigen_folder)" --no-entry \
        -sSINGLE_FILE=1 -sMODULARIZE=1 -sEXPORT_NAME=workbook_cpp -sFILESYSTEM=0 -sENVIRONMENT=web \
        "$sources/widgets.cpp" -o "$folder/cpp.js" > "$log" 2>&1; then
        rm -r "$folder"
        cat "$log" >&2
        fail "the widgets do not compile; what Emscripten says stands above"
    fi
    {
        echo 'var workbook_widgets = (() => {'
        printf 'const widgets_style = '
        node -p 'JSON.stringify(require("fs").readFileSync(process.argv[1], "utf8"))' "$sources/widgets.css"
        cat "$folder/cpp.js" "$sources/widgets.js"
        find "$sources" -name '*.js' ! -name widgets.js -exec cat {} +
        echo 'return {compute, ready}; })();'
    } > "$folder/widgets.js"
    mkdir -p "$(dirname "$output")"
    mv "$folder/widgets.js" "$output"
    rm -r "$folder"
}
