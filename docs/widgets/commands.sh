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

# is_older FILE SOURCE...: FILE is missing, or one of the files and folders is newer
is_older() { [ ! -e "$1" ] || [ -n "$(find "${@:2}" -newer "$1" -print -quit)" ]; }

# widgets_build FILE: makes FILE, the one script with all that the widgets need: their style, the WebAssembly of
# widgets.cpp, and what draws. Does only what is not done yet.
widgets_build() {
    local output=$1 sources=$root/docs/widgets cpp=$root/build/widgets/cpp.js log=$root/build/widgets.log
    if is_older "$cpp" "$sources/widgets.cpp" "$sources/commands.sh" "$root/common/nn" "$root/common/numpy"; then
        set_up need_for_widgets
        say "compiling the widgets"
        mkdir -p "${cpp%/*}"
        if ! em em++ -std=c++20 -Os -ffp-contract=off -DNDEBUG -I "$root/common" -isystem "$(eigen_folder)" --no-entry \
            -fno-rtti -sMALLOC=emmalloc -sSINGLE_FILE=1 -sMODULARIZE=1 -sEXPORT_NAME=workbook_cpp -sFILESYSTEM=0 \
            -sENVIRONMENT=web "$sources/widgets.cpp" -o "$cpp.new.js" > "$log" 2>&1; then
            cat "$log" >&2
            fail "the widgets do not compile; what Emscripten says stands above"
        fi
        mv "$cpp.new.js" "$cpp"
    fi
    is_older "$output" "$cpp" "$sources" || return 0
    mkdir -p "$(dirname "$output")"
    {
        echo 'var workbook_widgets = (() => {'
        printf 'const widgets_style = '
        node -p 'JSON.stringify(require("fs").readFileSync(process.argv[1], "utf8"))' "$sources/widgets.css"
        cat "$cpp" "$sources/widgets.js"
        find "$sources" -name '*.js' ! -name widgets.js -exec cat {} +
        echo 'return {compute, ready}; })();'
    } > "$output.new"
    mv "$output.new" "$output"
}
